import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { makePdf } from './make-pdf.ts';
import { levelsInOrder, type PdfBlock, type PdfDocument, type PdfKind } from './pdf-document.ts';
import { openedPdf, plainOf, wordsOfPdf } from './testing.ts';

const document = (...blocks: readonly PdfBlock[]): PdfDocument => ({
  language: 'sv',
  title: 'Policy för informationssäkerhet',
  author: 'Exempelkommun',
  day: '2026-06-15',
  head: ['Exempelkommun', 'Policy, version 3'],
  foot: 'Policy för informationssäkerhet',
  blocks,
});
const said = (words: string) => [{ words }];
const paragraph = (words: string): PdfBlock => ({ kind: 'paragraph', text: said(words) });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function made(of: PdfDocument, kind: PdfKind = 'reading'): Promise<Uint8Array> {
  const bytes = await makePdf(of, kind);
  if (isRefusal(bytes)) throw new Error(bytes.code);
  return bytes;
}

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const everything = document(
  { kind: 'facts', facts: [{ term: 'Beslut', value: 'KF 2026-06-15 § 47' }] },
  { kind: 'heading', level: 2, text: said('Ansvar') },
  { kind: 'paragraph', text: [{ words: 'Se ' }, { words: 'sidan', href: 'https://exempel.se/' }] },
  { kind: 'list', isNumbered: true, items: [said('ett'), said('två')] },
  { kind: 'heading', level: 3, text: said('Tabell') },
  {
    kind: 'table',
    rows: [
      [said('Roll'), said('Ansvar')],
      [said('Chef'), said('Ska se till.')],
    ],
  },
  { kind: 'image', format: 'png', bytes: picture, alt: 'En röd punkt', width: 0.2 },
  { kind: 'note', text: said('En not.') },
);

it.each([
  [[], []],
  [
    [1, 2, 3, 1],
    [1, 2, 3, 1],
  ],
  [
    [2, 2, 3],
    [1, 1, 2],
  ],
  [
    [1, 3, 3, 2],
    [1, 2, 3, 2],
  ],
  [
    [3, 1, 3],
    [1, 1, 2],
  ],
])('levels %j become %j', (levels, inOrder) => {
  expect(levelsInOrder(levels)).toEqual(inOrder);
});

describe('a PDF', () => {
  it.each([
    ['reading', /<pdfuaid:part>1<\/pdfuaid:part>/],
    ['archive', /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A<\/pdfaid:conformance>/],
  ] as const)(
    'for %s says what standard it keeps, its language, title and author',
    async (kind, standard) => {
      const bytes = await made(everything, kind);
      expect(Buffer.from(bytes).toString('latin1')).toMatch(standard);
      const { info, language, tags } = await openedPdf(bytes);
      expect(info).toMatchObject({ Title: 'Policy för informationssäkerhet', Author: 'Exempelkommun' });
      expect(language).toMatch(/^sv/);
      // Two levels are left out on purpose above: no step is left out in the file.
      expect(tags).toEqual(
        expect.arrayContaining(['H1', 'H2', 'H3', 'L', 'LI', 'Table', 'TH', 'TD', 'Figure', 'Link', 'P']),
      );
      expect(tags).not.toContain('H4');
    },
  );

  it('is the same bytes each time, and other bytes when a word is another', async () => {
    const first = await made(document(paragraph('Alla ska läsa.')));
    await made(document(paragraph('Något annat emellan.')), 'archive');
    // Another server, that remembers nothing and has a process of its own.
    vi.resetModules();
    const { makePdf: makeAnew } = await import('./make-pdf.ts');
    const again = await makeAnew(document(paragraph('Alla ska läsa.')), 'reading');
    expect(again).not.toBe(first);
    expect(isRefusal(again) ? again.code : sha256(again)).toBe(sha256(first));
    expect(sha256(await made(document(paragraph('Alla bör läsa.'))))).not.toBe(sha256(first));
  });

  it('numbers its pages and repeats its head and foot', async () => {
    const long = Array.from({ length: 80 }, (_, at) => paragraph(`Stycke ${at} ${'ord '.repeat(40)}`));
    const words = await wordsOfPdf(await made(document(...long)));
    expect(words).toMatch(/Sida 1 av \d+/);
    expect(words).toMatch(/Sida 3 av \d+/);
    expect(words.match(/Policy, version 3/g)?.length).toBeGreaterThan(3);
  });

  it('says any words as they are, and never runs them', async () => {
    const hostile = fc.constantFrom(
      '#read("/etc/passwd")',
      '#import "@preview/x:0.1.0"',
      '*fet* _kursiv_',
      '$x^2$',
      '= Rubrik',
      '<etikett> @hänvisning',
      '// bort',
      '/* bort */',
      '\\u{41}\\',
      '[a](b)',
      '"} ] }',
      '~--…\'"',
    );
    const sign = fc.oneof(
      fc.constantFrom(...Array.from('åäöÅÄÖéüæøčđŋšŧž§…–—”’•→≥€½²αЖ')),
      fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    );
    const word = fc.oneof(hostile, fc.string({ unit: sign, maxLength: 100 }));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (words) => {
        const text = words.join(' ');
        const blocks: PdfBlock[] = [
          paragraph(text),
          { kind: 'heading', level: 1, text: said(text) },
          { kind: 'list', isNumbered: false, items: [said(text)] },
          { kind: 'table', rows: [[said('Huvud')], [said(text)]] },
          { kind: 'facts', facts: [{ term: 'Ord', value: text }] },
        ];
        const found = plainOf(await wordsOfPdf(await made(document(...blocks))));
        const sought = plainOf(text);
        expect(found.split(sought).length - 1).toBeGreaterThanOrEqual(sought === '' ? 0 : blocks.length);
      }),
      { numRuns: 60 },
    );
  });

  it('comes of any signs at all, those that no font shows too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const blocks: PdfBlock[] = [
          { kind: 'heading', level: 1, text: said(text) },
          { kind: 'list', isNumbered: true, items: [said(text), []] },
        ];
        const whole = { ...document(...blocks), title: text, author: text, foot: text };
        for (const kind of ['reading', 'archive'] as const) await made(whole, kind);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when it would take too long, and the one asked for at once by many is made once', async () => {
    const endless = document(...Array.from({ length: 10_001 }, () => paragraph('Ett stycke.')));
    expect(await makePdf(endless, 'reading')).toMatchObject({ code: 'pdfTooLong' });
    const many = Array.from({ length: 50 }, () => makePdf(document(paragraph('För många.')), 'reading'));
    expect(new Set(await Promise.all(many)).size).toBe(1);
  });

  it('says so when it cannot be made, and makes the next one all the same', async () => {
    const broken = document({
      kind: 'image',
      format: 'png',
      bytes: Buffer.from('ingen bild'),
      alt: 'Ingen',
      width: 1,
    });
    const told = vi.spyOn(console, 'error').mockReturnValue();
    expect(await makePdf(broken, 'reading')).toMatchObject({ code: 'pdfUnavailable' });
    expect(told).toHaveBeenCalledWith('The PDF could not be made: unknown image format');
    told.mockRestore();
    expect(await made(document(paragraph('Efter felet.')))).toBeInstanceOf(Uint8Array);
  });

  it('is not tried again for whoever comes by until a while has passed, and is for those who are known', async () => {
    const broken = document(paragraph('Trasig bild.'), {
      kind: 'image',
      format: 'png',
      bytes: Buffer.from('ingen bild heller'),
      alt: 'Ingen',
      width: 1,
    });
    const told = vi.spyOn(console, 'error').mockReturnValue();
    const anyone = () => makePdf(broken, 'reading', 'anyone');
    for (let time = 0; time < 5; time++) expect(await anyone()).toMatchObject({ code: 'pdfUnavailable' });
    expect(told).toHaveBeenCalledTimes(1);
    await makePdf(broken, 'reading', 'known');
    expect(told).toHaveBeenCalledTimes(2);
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 11 * 60_000);
    await anyone();
    expect(told).toHaveBeenCalledTimes(3);
    now.mockRestore();
    told.mockRestore();
  });

  it('leaves room in the line for those who are known, however many come by', async () => {
    const one = (words: string, asker: 'anyone' | 'known') =>
      makePdf(document(paragraph(words)), 'reading', asker);
    const crowd = Array.from({ length: 30 }, (_none, at) => one(`Förbi ${at}`, 'anyone'));
    const known = one('En som är känd', 'known');
    const outcomes = await Promise.all(crowd);
    expect(outcomes.filter((made) => !isRefusal(made))).toHaveLength(2);
    expect(outcomes.filter(isRefusal).map((refusal) => refusal.code)).toEqual(Array(28).fill('busy'));
    expect(await known).toBeInstanceOf(Uint8Array);
    expect(await one('Förbi 29', 'anyone')).toBeInstanceOf(Uint8Array);
  });
});
