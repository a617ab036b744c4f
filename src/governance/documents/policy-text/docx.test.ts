import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxLimits, readDocx } from './docx.ts';
import { policyBlocksOf } from './file-block.ts';
import { readPolicyText } from './read-policy-text.ts';

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

function documentXml(body: string, before = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${before}<w:document ${namespace}><w:body>${body}</w:body></w:document>`;
}

const styles = `<w:styles ${namespace}>
  <w:style w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>
  <w:style w:styleId="Rubrik"><w:name w:val="Title"/></w:style>
  <w:style w:styleId="Egen"><w:name w:val="Kommunrubrik"/><w:basedOn w:val="Rubrik1"/></w:style>
  <w:style w:styleId="Niva2"><w:name w:val="Mellan"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
</w:styles>`;

function docx(xml: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/styles.xml': strToU8(styles),
    'word/document.xml': strToU8(xml),
    ...more,
  });
}

const body = [
  paragraph('Vår policy', '<w:pStyle w:val="Rubrik"/>'),
  paragraph('Ansvar', '<w:pStyle w:val="Egen"/>'),
  '<w:p><w:r><w:t>Kommun</w:t></w:r><w:r><w:t>styrelsen</w:t><w:tab/><w:t>ska:</w:t></w:r></w:p>',
  paragraph('följa upp &amp; besluta', '<w:numPr><w:ilvl w:val="0"/></w:numPr>'),
  paragraph('Roller', '<w:pStyle w:val="Niva2"/>'),
  `<w:tbl><w:tr><w:tc>${paragraph('Ägaren ska klassa.')}</w:tc><w:tc>${paragraph('')}</w:tc></w:tr></w:tbl>`,
  '<w:p><w:r><w:delText>Struket.</w:delText></w:r><w:r><w:t>Kvar.</w:t></w:r></w:p>',
].join('');

describe('readDocx', () => {
  it('reads headings by style, lists, tables and runs', () => {
    const reading = readDocx(docx(documentXml(body)));
    const blocks = reading.ok ? policyBlocksOf(reading.value.blocks) : [];
    expect(blocks.map(({ kind, text, level }) => [kind, text, level])).toEqual([
      ['title', 'Vår policy', 0],
      ['heading', 'Ansvar', 1],
      ['paragraph', 'Kommunstyrelsen ska:', 0],
      ['item', 'följa upp & besluta', 0],
      ['heading', 'Roller', 2],
      ['paragraph', 'Ägaren ska klassa.', 0],
      ['paragraph', 'Kvar.', 0],
    ]);
  });

  it('reads a text box once, and moved text where it went', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
    const twice = `<mc:AlternateContent ${compatible}><mc:Choice>${box('Ruta.')}</mc:Choice><mc:Fallback>${box('Ruta.')}</mc:Fallback></mc:AlternateContent>`;
    const moved =
      '<w:moveFrom><w:r><w:t>Flyttat.</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>Flyttat.</w:t></w:r></w:moveTo>';
    const reading = readDocx(
      docx(documentXml(`<w:p><w:r><w:t>Före.</w:t>${twice}</w:r></w:p><w:p>${moved}</w:p>`)),
    );
    expect(reading.ok && policyBlocksOf(reading.value.blocks).map((block) => block.text)).toEqual([
      'Ruta.',
      'Före.',
      'Flyttat.',
    ]);
  });

  const cell = (content: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const numbering = `<w:numbering ${namespace}>
    <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`;
  const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r1" Target="https://exempel.se/a" TargetMode="External"/>
    <Relationship Id="r2" Target="javascript:alert(1)" TargetMode="External"/>
    <Relationship Id="r3" Target="https://exempel.se/inne"/></Relationships>`;
  const link = (id: string, words: string): string =>
    `<w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"><w:r><w:t>${words}</w:t></w:r></w:hyperlink>`;
  const item = (list: number, text: string): string =>
    paragraph(text, `<w:numPr><w:numId w:val="${list}"/></w:numPr>`);

  it.each<[string, string, object[]]>([
    [
      'a table, with a cell over two columns and a table in a cell',
      `<w:tbl>${row(cell(paragraph('Roll')), cell(paragraph('Vad')), cell(paragraph('När')))}${row(
        cell(paragraph('Alla'), '<w:gridSpan w:val="2"/>'),
        cell(`<w:tbl>${row(cell(paragraph('i dag')), cell(paragraph('i morgon')))}</w:tbl>`),
      )}</w:tbl>`,
      [
        {
          kind: 'table',
          rows: [
            ['Roll', 'Vad', 'När'],
            ['Alla', '', 'i dag i morgon'],
          ],
        },
      ],
    ],
    [
      'a frame around text as the text',
      `<w:tbl>${row(cell(paragraph('En ruta.')))}${row(cell(paragraph('En till.')))}</w:tbl>`,
      [{ text: 'En ruta.' }, { text: 'En till.' }],
    ],
    [
      'a page laid out by a table as what is on it',
      `<w:tbl>${row(cell(paragraph('Ansvar', '<w:pStyle w:val="Egen"/>')), cell(paragraph('Alla ska.')))}</w:tbl>`,
      [
        { kind: 'heading', text: 'Ansvar' },
        { kind: 'paragraph', text: 'Alla ska.' },
      ],
    ],
    [
      'which items are counted',
      item(1, 'ett') + item(2, 'punkt') + item(0, 'inget'),
      [
        { kind: 'item', isNumbered: true },
        { kind: 'item', isNumbered: false },
        { kind: 'paragraph', text: 'inget' },
      ],
    ],
    [
      'links with an address that is safe, outside the file',
      `<w:p><w:r><w:t xml:space="preserve">Se </w:t></w:r>${link('r1', 'den [här] sidan')}${link('r2', ' inte')}${link('r3', ' den')}${link('r4', ' ingen')}</w:p>`,
      [{ text: 'Se [den här sidan](https://exempel.se/a) inte den ingen' }],
    ],
    [
      'nothing of what Värna has put before the text',
      paragraph('Beslut: KF', '<w:pStyle w:val="VarnaFront"/>') + paragraph('Alla ska.'),
      [{ text: 'Alla ska.' }],
    ],
  ])('reads %s', (_name, content, blocks) => {
    const reading = readDocx(
      docx(documentXml(content), {
        'word/numbering.xml': strToU8(numbering),
        'word/_rels/document.xml.rels': strToU8(links),
      }),
    );
    expect(reading.ok && reading.value.blocks).toMatchObject(blocks);
    expect(reading.ok && reading.value.blocks).toHaveLength(blocks.length);
  });

  it('gives blocks that readPolicyText takes', () => {
    const reading = readDocx(docx(documentXml(body)));
    const text = reading.ok ? readPolicyText(policyBlocksOf(reading.value.blocks)) : reading;
    expect(text.ok && text.value.sections.map((section) => section.heading)).toEqual(['Ansvar', 'Roller']);
    expect(text.ok && text.value.sentences.map((sentence) => sentence.demand)).toEqual([
      null,
      'ska',
      'ska',
      null,
    ]);
  });

  const bomb = (): Uint8Array => docx(documentXml(paragraph(' '.repeat(3_000_000))));
  /** Each part grows within the ratio, but together they pass the limit. */
  const large = (): Uint8Array => {
    const half = new Uint8Array(docxLimits.inflated / 2 + 1);
    for (let at = 0; at < half.length; at += 200) half[at] = (at * 7919) >> 7;
    return zipSync({ 'word/styles.xml': half, 'word/document.xml': half }, { level: 1 });
  };
  const manyFiles = (): Uint8Array =>
    docx(
      documentXml(body),
      Object.fromEntries(
        Array.from({ length: docxLimits.entries }, (_, place) => [
          `word/media/${String(place)}`,
          new Uint8Array(0),
        ]),
      ),
    );
  const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

  it.each<[string, string, () => Uint8Array]>([
    ['a text file', 'notDocx', () => strToU8('Policyn ska gälla.')],
    ['nothing', 'notDocx', () => new Uint8Array(0)],
    ['another archive', 'notDocx', () => zipSync({ 'a.txt': strToU8('a') })],
    ['a cut file', 'brokenDocx', () => docx(documentXml(body)).slice(0, 200)],
    ['XML that does not close', 'brokenDocx', () => docx(documentXml(body).slice(0, -20))],
    [
      'XML that is not UTF-8',
      'brokenDocx',
      () => docx('', { 'word/document.xml': Uint8Array.of(0x3c, 0xff, 0x3e) }),
    ],
    ['a document type declaration', 'brokenDocx', () => docx(documentXml(paragraph('&a;'), entity))],
    ['an unused document type', 'brokenDocx', () => docx(documentXml(body, '<!DOCTYPE w>'))],
    [
      'elements in elements',
      'brokenDocx',
      () => docx(documentXml('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000))),
    ],
    ['an unknown entity', 'brokenDocx', () => docx(documentXml(paragraph('&a;')))],
    ['a zip bomb', 'zipBomb', bomb],
    ['parts too large together', 'zipBomb', large],
    ['too many files', 'zipBomb', manyFiles],
    ['a document without text', 'emptyText', () => docx(documentXml(paragraph(' ')))],
  ])('refuses %s as %s', (_name, code, bytes) => {
    expect(readDocx(bytes())).toEqual({ ok: false, refusal: { code } });
  });

  it('refuses too large a file', () => {
    const bytes = new Uint8Array(docxLimits.packed + 1);
    bytes.set([0x50, 0x4b, 3, 4]);
    const refusal = { code: 'fileTooLarge', limit: docxLimits.packed, length: bytes.length };
    expect(readDocx(bytes)).toEqual({ ok: false, refusal });
  });

  it('never throws on bytes changed anywhere, nor on random bytes', () => {
    const whole = docx(documentXml(body));
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(whole.length), (changes, cut) => {
        const bytes = whole.slice(0, cut % 3 === 0 ? cut : whole.length);
        for (const [place, value] of changes) if (place < bytes.length) bytes[place] = value;
        expect(typeof readDocx(bytes).ok).toBe('boolean');
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(typeof readDocx(Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes)).ok).toBe('boolean');
      }),
    );
  });
});
