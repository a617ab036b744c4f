import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../kernel/refusal.ts';
import { makePdf } from '../../../pdf/make-pdf.ts';
import { type Block, cleanBlocks } from '../blocks/block.ts';
import { readWritten } from '../blocks/block-text.ts';
import { openLibrary } from '../library.ts';
import { readModelPolicy } from '../policy-text/model-policy.ts';
import type { PolicyText } from '../policy-text/policy-text.ts';
import { readFile } from '../reading/file-reader.ts';
import { type FileText, policyOf } from '../reading/file-text.ts';
import { writtenBlocks } from '../reading/written-blocks.ts';
import { asDocx } from './as-docx.ts';
import { asHtml } from './as-html.ts';
import { asPdf } from './as-pdf.ts';
import { asText } from './as-text.ts';
import { versionOf } from './testing.ts';
import type { VersionText } from './version-text.ts';

async function back(kind: 'docx' | 'pdf' | 'txt', bytes: Uint8Array): Promise<FileText> {
  const read = await readFile(kind, Buffer.from(bytes).toString('base64'));
  if (isRefusal(read)) throw new Error(read.code);
  return read;
}
async function pdfOf(text: VersionText, kind: 'reading' | 'archive' = 'reading'): Promise<Uint8Array> {
  const bytes = await makePdf(asPdf(text), kind);
  if (isRefusal(bytes)) throw new Error(bytes.code);
  return bytes;
}
const sentencesOf = (text: PolicyText) => text.sentences.map((one) => one.text);
const blocks: Block[] = [
  { kind: 'paragraph', text: 'Riktlinjen gäller för alla. Den ska läsas varje år, t.ex. i januari.' },
  { kind: 'heading', level: 1, text: 'Lösenord' },
  {
    kind: 'paragraph',
    text: 'Se [sidan om lösenord](https://exempel.se/a?b=1&c=2) för mer. Alla ska ha ett.',
  },
  { kind: 'item', isNumbered: false, text: 'Lösenordet ska vara långt.' },
  { kind: 'item', isNumbered: false, text: 'Det bör vara lätt att minnas.' },
  { kind: 'item', isNumbered: true, text: 'Byt det.' },
  {
    kind: 'item',
    isNumbered: true,
    text: `Informationssäkerhetssamordnaren ska ${'se över '.repeat(60)}allt.`,
  },
  { kind: 'heading', level: 2, text: 'Vem gör vad' },
  {
    kind: 'table',
    rows: [
      ['Roll', 'Ansvar'],
      ['Chef', 'Ska se till att alla kan <det> & mer.'],
      ['Alla', ''],
    ],
  },
  { kind: 'heading', level: 3, text: '1.2 Undantag' },
  { kind: 'paragraph', text: 'Inga "undantag" – utom ett.' },
];
const guideline = versionOf({ title: 'Riktlinje för lösenord', blocks });

describe('a document that is saved and read in again', () => {
  it.each(['docx', 'pdf', 'archive'] as const)('is the same blocks as %s', async (form) => {
    const bytes =
      form === 'docx' ? await asDocx(guideline) : await pdfOf(guideline, form === 'pdf' ? 'reading' : form);
    const read = await back(form === 'docx' ? 'docx' : 'pdf', bytes);
    expect(writtenBlocks(read, 'Riktlinje för lösenord')).toEqual(blocks);
  });

  it('is the same sentences as plain text', async () => {
    const reading = readWritten(writtenBlocks(await back('txt', asText(guideline)), guideline.title), []);
    const before = readWritten(blocks, []);
    if (!reading.ok || !before.ok) throw new Error('not read');
    const plain = (text: string) => text.replace(' (https://exempel.se/a?b=1&c=2)', '');
    const cells = ['Roll | Ansvar', 'Chef | Ska se till att alla kan <det> & mer.', 'Alla |'];
    expect(
      sentencesOf(reading.value)
        .map(plain)
        .filter((one) => !/^(Roll|Chef|Alla$|Ansvar$|Ska se|\|)/.test(one)),
    ).toEqual(sentencesOf(before.value).filter((one) => !cells.includes(one)));
  });

  it('is the same blocks as docx, whatever is written', async () => {
    const word = fc.stringMatching(/^[a-zåäöA-ZÅÄÖ0-9.,:;!?&<>"'#*_(){}$\\/-]{1,12}$/);
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 3 }), text }),
      fc.record({ kind: fc.constant('paragraph' as const), text }),
      fc.record({ kind: fc.constant('item' as const), isNumbered: fc.boolean(), text }),
      fc.record({
        kind: fc.constant('table' as const),
        rows: fc.array(
          fc.tuple(text, text).map((row) => [...row]),
          { minLength: 1, maxLength: 4 },
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 12 }), async (written) => {
        const clean = cleanBlocks(written);
        const read = await back('docx', await asDocx(versionOf({ title: 'Titel', blocks: clean })));
        expect(writtenBlocks(read, 'Titel')).toEqual(clean);
      }),
      { numRuns: 60 },
    );
  });

  it('of several pages goes on over each break', async () => {
    const long: Block[] = Array.from({ length: 60 }, (_, at): Block[] => [
      { kind: 'heading', level: 1, text: `Avsnitt ${at + 1}` },
      {
        kind: 'paragraph',
        text: `Stycke ${at + 1} ${'ska följas av alla i kommunen och dess bolag, '.repeat(8)}alltid.`,
      },
      {
        kind: 'item',
        isNumbered: false,
        text: `Punkten ${'bör läsas två gånger av var och en '.repeat(6)}i år.`,
      },
    ]).flat();
    const read = await back('pdf', await pdfOf(versionOf({ title: 'Lång riktlinje', blocks: long })));
    expect(writtenBlocks(read, 'Lång riktlinje')).toEqual(long);
  });
});

describe('the model policy', async () => {
  const { modelPolicy } = await openLibrary();
  const model = readModelPolicy(modelPolicy, 'Exempelby kommun');
  if (!model.ok) throw new Error(model.refusal.code);
  const { text } = model.value;
  const policy = versionOf({ title: text.title ?? '', kind: 'policy', text });

  const policyAs = async (form: 'docx' | 'pdf' | 'archive' | 'untagged' | 'txt'): Promise<Uint8Array> => {
    switch (form) {
      case 'docx':
        return asDocx(policy);
      case 'txt':
        return asText(policy);
      case 'untagged': {
        // The same file, without the root of its tags.
        const text = Buffer.from(await pdfOf(policy)).toString('latin1');
        return Buffer.from(text.replaceAll('/StructTreeRoot', '/XtructTreeRoot'), 'latin1');
      }
      case 'pdf':
        return pdfOf(policy);
      case 'archive':
        return pdfOf(policy, 'archive');
    }
  };

  it.each(['docx', 'pdf', 'archive', 'untagged', 'txt'] as const)(
    'has the same sentences when it comes back as %s',
    async (form) => {
      const bytes = await policyAs(form);
      const read = policyOf(await back(form === 'archive' || form === 'untagged' ? 'pdf' : form, bytes));
      if (!read.ok) throw new Error(read.refusal.code);
      expect(sentencesOf(read.value)).toEqual(sentencesOf(text));
      expect(read.value.sentences.map((one) => one.demand)).toEqual(text.sentences.map((one) => one.demand));
      expect(read.value.title).toBe(text.title);
      expect(read.value.sections.map((one) => one.heading)).toEqual(text.sections.map((one) => one.heading));
    },
  );
});

describe('a file in HTML', () => {
  const html = asHtml(
    versionOf({
      title: '<b>Titel</b>',
      blocks: [...blocks, { kind: 'paragraph', text: '<script>alert(1)</script> [x](javascript:alert(1))' }],
    }),
  ).toString();

  it('needs nothing besides itself and runs nothing', () => {
    expect(html).not.toMatch(/<(script|img|iframe|link|object)/i);
    expect(html).not.toMatch(/(src|href)="(?!https:\/\/exempel\.se|mailto:)/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('<h1>&lt;b&gt;Titel&lt;/b&gt;</h1>');
  });

  it('has headings below each other, lists, a table with its head, and the language', () => {
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('<th scope="col">Roll</th>');
    expect(html.match(/<(ul|ol)>/g)).toEqual(['<ul>', '<ol>']);
    expect(html.match(/<h\d/g)).toEqual(['<h1', '<h2', '<h3', '<h4']);
  });
});

it('a text file is wrapped, in UTF-8, and says how the text was decided', () => {
  const text = asText(guideline).toString('utf8');
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(96);
  expect(text).toContain('Beslut: KS 2026-11-23 §\u00a012');
  expect(text).toContain('Krav i texten:');
  expect(text.endsWith('\n')).toBe(true);
});
