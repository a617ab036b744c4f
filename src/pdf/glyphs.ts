/**
 * The signs that a TrueType or OpenType font can show, as code points: its `cmap` in the two forms that fonts of today have
 * (formats 4 and 12; OpenType 1.9, ”cmap – Character to Glyph Index Mapping Table”). A sign that no font can show would be an
 * empty box in the file, which PDF/UA and PDF/A forbid.
 */
export function signsOf(font: Buffer): Set<number> {
  const signs = new Set<number>();
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) !== 'cmap') continue;
    const cmap = font.subarray(font.readUInt32BE(at + 8));
    for (let entry = 0; entry < cmap.readUInt16BE(2); entry += 1) {
      const table = cmap.subarray(cmap.readUInt32BE(4 + entry * 8 + 4));
      const format = table.readUInt16BE(0);
      if (format === 4) readSegments(table, signs);
      if (format === 12) readGroups(table, signs);
    }
  }
  return signs;
}

function readSegments(table: Buffer, signs: Set<number>): void {
  const twice = table.readUInt16BE(6);
  for (let at = 0; at < twice; at += 2) {
    const end = table.readUInt16BE(14 + at);
    const start = table.readUInt16BE(16 + twice + at);
    const delta = table.readUInt16BE(16 + 2 * twice + at);
    const place = 16 + 3 * twice + at;
    const offset = table.readUInt16BE(place);
    for (let sign = start; sign <= end && sign !== 0xffff; sign += 1) {
      const glyph = offset === 0 ? sign + delta : table.readUInt16BE(place + offset + 2 * (sign - start));
      if ((glyph & 0xffff) !== 0) signs.add(sign);
    }
  }
}

function readGroups(table: Buffer, signs: Set<number>): void {
  const groups = table.readUInt32BE(12);
  for (let group = 0; group < groups; group += 1) {
    const at = 16 + group * 12;
    for (let sign = table.readUInt32BE(at); sign <= table.readUInt32BE(at + 4); sign += 1) signs.add(sign);
  }
}

/** What stands where a sign cannot be shown. */
const unknownSign = '\uFFFD';

/** Control signs and marks that turn the direction show nothing, and no standard of PDF takes them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const showsNothing = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/** A text as the fonts can show it: composed, white space as spaces, and one sign for every one that they lack. */
export function shownBy(signs: ReadonlySet<number>, text: string): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\n\v\f\r]/gu, ' ')
    .replace(showsNothing, '');
  return Array.from(plain, (sign) => (signs.has(sign.codePointAt(0) ?? 0) ? sign : unknownSign)).join('');
}
