import { deflateSync } from 'node:zlib';

/** A PDF of objects written by hand: `1 0 R` is the first. The first is the catalogue. */
export function rawPdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, at) => {
    places.push(length);
    add(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  });
  const from = length;
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  add(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${entries}`));
  add(Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${from}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A stream of an object, deflated. */
export function stream(content: Buffer | string, more = ''): Buffer {
  const packed = deflateSync(content, { level: 9 });
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode ${more} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
}

/** A page of text as an untagged PDF has it: pieces with their place from the left and from below, and their size. */
export function plainPdf(
  pages: readonly (readonly {
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly text: string;
  }[])[],
): Buffer {
  const font = 3;
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  const bodies = pages.flatMap((page, at) => {
    const shown = page.map(({ x, y, size, text }) => `BT /F1 ${size} Tf ${x} ${y} Td <${latin(text)}> Tj ET`);
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
      stream(shown.join('\n')),
    ];
  });
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...bodies,
  ]);
}

function latin(text: string): string {
  return Buffer.from(text, 'latin1').toString('hex');
}
