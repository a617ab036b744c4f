import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../kernel/refusal.ts';
import { makePdf } from '../../../pdf/make-pdf.ts';
import { asPdf } from '../files/as-pdf.ts';
import { versionOf } from '../files/testing.ts';
import { readFile } from './file-reader.ts';
import { policyOf } from './file-text.ts';
import { plainPdf, rawPdf, stream } from './testing.ts';
import { writtenBlocks } from './written-blocks.ts';

const read = (bytes: Uint8Array) => readFile('pdf', Buffer.from(bytes).toString('base64'));
async function codeOf(bytes: Uint8Array): Promise<string> {
  const found = await read(bytes);
  return isRefusal(found) ? found.code : 'read';
}
async function readWhole(bytes: Uint8Array) {
  const found = await read(bytes);
  if (isRefusal(found)) throw new Error(found.code);
  return found;
}
const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>';
const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';
const pages = '<< /Type /Pages /Count 1 /Kids [3 0 R] >>';

/** Lines of text under each other. */
function column(lines: readonly string[], { x = 70, y = 760, size = 11, step = 14 } = {}) {
  return lines.map((text, at) => ({ x, y: y - at * step, size, text }));
}

describe('a PDF without tags', () => {
  const foot = (number: number) => [
    { x: 70, y: 800, size: 9, text: 'Exempelby kommun – Informationssäkerhetspolicy' },
    { x: 300, y: 40, size: 9, text: `Sida ${number} av 3` },
  ];
  const text = plainPdf([
    [
      ...foot(1),
      { x: 70, y: 760, size: 22, text: 'Informationssäkerhetspolicy' },
      { x: 70, y: 737, size: 22, text: 'för Exempelby kommun' },
      { x: 70, y: 700, size: 15, text: 'Ansvar' },
      ...column(
        [
          'Kommunstyrelsen ska se till att alla följer policyn och att informations-',
          'säkerheten är god. Den ska följa upp varje år och besluta om de',
        ],
        { y: 680 },
      ),
      ...column(['Alla chefer ska se till att deras medarbetare kan reglerna för hur'], { y: 640 }),
    ],
    [
      ...foot(2),
      ...column(['information hanteras. IT-', 'avdelningen ska hjälpa dem.'], { y: 760 }),
      { x: 70, y: 700, size: 15, text: 'Klassning' },
      ...column(['All information ska klassas.'], { y: 680 }),
    ],
    [...foot(3), ...column(['Den bör ses över varje år.'], { y: 760 })],
  ]);

  it('is read as sentences: lines and split words mended, heads, feet and page numbers left out', async () => {
    const policy = policyOf(await readWhole(text));
    if (!policy.ok) throw new Error(policy.refusal.code);
    expect(policy.value.title).toBe('Informationssäkerhetspolicy för Exempelby kommun');
    expect(policy.value.sections.map((one) => one.heading).filter((one) => one !== '')).toEqual([
      'Ansvar',
      'Klassning',
    ]);
    expect(policy.value.sentences.map((one) => one.text)).toEqual([
      'Kommunstyrelsen ska se till att alla följer policyn och att informationssäkerheten är god.',
      'Den ska följa upp varje år och besluta om de',
      'Alla chefer ska se till att deras medarbetare kan reglerna för hur information hanteras.',
      'IT-avdelningen ska hjälpa dem.',
      'All information ska klassas.',
      'Den bör ses över varje år.',
    ]);
  });

  it('becomes blocks, with headings by the size of their letters', async () => {
    const blocks = writtenBlocks(await readWhole(text), 'Informationssäkerhetspolicy för Exempelby kommun');
    expect(blocks.map((block) => block.kind)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
    ]);
  });

  it('in two columns is read one column after the other, and a table is read row by row', async () => {
    const left = Array.from({ length: 10 }, (_, at) => `Vänster spalt ska läsas först, rad ${at + 1} av`);
    const right = Array.from({ length: 10 }, (_, at) => `Höger spalt bör läsas sedan, rad ${at + 1} av`);
    const columns = plainPdf([[...column(left), ...column(right, { x: 320 })].toSorted((a, b) => b.y - a.y)]);
    const found = await readWhole(columns);
    const words = 'text' in found ? found.text.replace(/\s+/g, ' ') : '';
    expect(words).toContain(left.join(' '));
    expect(words).toContain(right.join(' '));
    const cells = Array.from({ length: 8 }, (_, at) => [
      { x: 70, y: 700 - at * 20, size: 11, text: `Roll ${at}` },
      { x: 320, y: 700 - at * 20, size: 11, text: `Den ska göra sitt, nummer ${at}.` },
    ]);
    const table = await readWhole(plainPdf([cells.flat()]));
    expect('text' in table ? table.text : '').toContain('Roll 3\tDen ska göra sitt, nummer 3.');
  });
});

describe('a PDF that cannot be read says why', () => {
  const blank = rawPdf([catalogue, pages, page, stream('q Q')]);
  const script =
    '/OpenAction << /S /JavaScript /JS (app.alert(1)) >> /Names << /EmbeddedFiles << /Names [] >> >>';
  const kids = (count: number) => Array<string>(count).fill('3 0 R').join(' ');

  it.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['a text file', 'notPdf', () => Buffer.from('Alla ska läsa.')],
    ['nothing', 'notPdf', () => Buffer.alloc(0)],
    ['a cut file', 'brokenPdf', () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type')],
    ['a blank page', 'scannedPdf', () => blank],
    [
      'a picture of a page',
      'scannedPdf',
      async () => {
        const svg = Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
        );
        const bytes = await makePdf(
          {
            ...asPdf(versionOf({ title: '–', blocks: [] })),
            ...{ head: ['', ''], foot: '', title: '–' },
            blocks: [{ kind: 'image', format: 'svg', bytes: svg, alt: 'En sida', width: 1 }],
          },
          'reading',
        );
        return isRefusal(bytes) ? Buffer.alloc(0) : bytes;
      },
    ],
    [
      'a locked file',
      'encryptedPdf',
      () =>
        rawPdf(
          [
            catalogue,
            pages,
            page,
            stream('q Q'),
            `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
          ],
          '/Encrypt 5 0 R /ID [<00> <00>]',
        ),
    ],
    [
      'ten thousand pages',
      'tooManyPages',
      () =>
        rawPdf([catalogue, `<< /Type /Pages /Count 10000 /Kids [${kids(10_000)}] >>`, page, stream('q Q')]),
    ],
    [
      'a collection of files',
      'pdfCollection',
      () =>
        rawPdf([
          '<< /Type /Catalog /Pages 2 0 R /Collection << /Type /Collection >> >>',
          pages,
          page,
          stream('q Q'),
        ]),
    ],
    [
      'scripts and attached files, which are left alone',
      'read',
      () => {
        const bytes = plainPdf([column(['Alla ska läsa policyn innan de börjar.'])]).toString('latin1');
        return Buffer.from(bytes.replace('/Pages 2 0 R >>', `/Pages 2 0 R ${script} >>`), 'latin1');
      },
    ],
  ])('%s: %s', async (_name, code, bytes) => {
    expect(await codeOf(await bytes())).toBe(code);
  });

  it('when it has no more than a page number on each page', async () => {
    const numbers = Array.from({ length: 12 }, (_, at) => column([`Sida ${at + 1}`]));
    expect(await codeOf(plainPdf(numbers))).toBe('scannedPdf');
  });
});

describe('a PDF that is made to harm', () => {
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const font = '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';
  const drawn = page.replace(' >>', ` /Resources ${font} >>`);
  const text = 'BT /F1 9 Tf 10 10 Td (Alla ska lasa.) Tj ET\n';

  it.each<[string, () => Uint8Array]>([
    [
      'a stream that unpacks to 300 MB of nothing',
      () => rawPdf([catalogue, pages, drawn, stream(Buffer.alloc(300_000_000, 0x20))]),
    ],
    ['a page of half a million words', () => rawPdf([catalogue, pages, drawn, stream(text.repeat(150_000))])],
    ['arrays in arrays', () => rawPdf([catalogue, pages, drawn, stream(text), deep(200_000)], '/Info 5 0 R')],
    [
      'a page that is its own parent',
      () => rawPdf([catalogue, '<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>']),
    ],
    [
      'a form that draws itself',
      () =>
        rawPdf([
          catalogue,
          pages,
          page.replace(' >>', ' /Resources << /XObject << /X 5 0 R >> >> >>'),
          stream('/X Do'),
          stream(
            '/X Do /X Do',
            '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
          ),
        ]),
    ],
  ])('is refused, and the server goes on: %s', async (_name, bytes) => {
    const made = bytes();
    let longest = 0;
    let last = performance.now();
    const ticks = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const code = await codeOf(made);
    clearInterval(ticks);
    expect(['fileTooHeavy', 'brokenPdf', 'scannedPdf', 'tooLong', 'tooManyPages']).toContain(code);
    expect(longest).toBeLessThan(3000);
    expect(await codeOf(plainPdf([column(['Alla ska läsa policyn innan de börjar.'])]))).toBe('read');
  });

  it('never ends the reader in a way that is not told, whatever bytes are changed', async () => {
    const blocks = [{ kind: 'paragraph' as const, text: 'Alla ska läsa policyn.' }];
    const whole = await makePdf(asPdf(versionOf({ title: 'Titel', blocks })), 'reading');
    if (isRefusal(whole)) throw new Error(whole.code);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 40 }),
        fc.nat(whole.length),
        async (changes, cut) => {
          const bytes = Buffer.from(whole.slice(0, cut % 4 === 0 ? cut : whole.length));
          for (const [place, value] of changes) if (place < bytes.length) bytes[place] = value;
          expect(await codeOf(bytes)).toMatch(/^[a-zA-Z]+$/);
        },
      ),
      { numRuns: 60 },
    );
  });
});
