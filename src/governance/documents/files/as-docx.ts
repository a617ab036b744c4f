import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Group, grouped } from '../blocks/grouped.ts';
import { runsOf } from '../blocks/link.ts';
import { frontStyle } from '../policy-text/docx-styles.ts';
import type { VersionText } from './version-text.ts';

/** The width of the text on an A4 page with our margins, in twentieths of a point. */
const textWidth = 8900;
/** Where the values of the facts stand. */
const factsFrom = 2400;

/**
 * A version as a Word document with real headings, lists and tables. What stands before the text (how it was decided) is in a
 * style of its own, so that Värna knows it from the text when the file comes back.
 */
export async function asDocx(text: VersionText): Promise<Buffer> {
  const tabStops = [{ type: TabStopType.LEFT, position: factsFrom }];
  const front = (words: string) => new Paragraph({ style: frontStyle, tabStops, children: [run(words)] });
  const document = new Document({
    title: text.title,
    creator: text.municipality,
    lastModifiedBy: text.municipality,
    styles,
    numbering: numberingFor(text),
    sections: [
      {
        properties: { page: { margin: { top: 1700, bottom: 1600, left: 1500, right: 1500 } } },
        headers: { default: new Header({ children: [edge(run(text.municipality), run(text.name))] }) },
        footers: { default: new Footer({ children: [edge(run(text.title), pageOf())] }) },
        children: [
          new Paragraph({ style: 'Title', children: [run(text.title)] }),
          ...text.facts.map(({ term, value }) => front(`${term}:\t${value}`)),
          ...grouped(text.blocks).flatMap(paragraphsOf),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function run(words: string): TextRun {
  return new TextRun(words);
}

/** A line at the head or foot of the page, with something at each end. */
function edge(left: TextRun, right: TextRun): Paragraph {
  return new Paragraph({
    style: 'Edge',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: [left, new TextRun({ text: '\t' }), right],
  });
}

function pageOf(): TextRun {
  return new TextRun({ children: ['Sida ', PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES] });
}

function paragraphsOf(group: Group, place: number): (Paragraph | Table)[] {
  if (!('kind' in group)) {
    return group.map(
      (item) =>
        new Paragraph({
          style: 'ListParagraph',
          numbering: { reference: item.isNumbered ? numberOf(place) : 'points', level: 0 },
          children: words(item.text),
        }),
    );
  }
  switch (group.kind) {
    case 'heading':
      return [new Paragraph({ style: `Heading${group.level}`, children: words(group.text) })];
    case 'paragraph':
      return [new Paragraph({ children: words(group.text) })];
    case 'table':
      // Word joins two tables that nothing stands between.
      return [tableOf(group.rows), new Paragraph({})];
  }
}

/** Each numbered list is counted by itself. */
function numberOf(place: number): string {
  return `numbers-${place}`;
}

function words(text: string): ParagraphChild[] {
  return runsOf(text).map(({ words: said, href }) =>
    href === null
      ? run(said)
      : new ExternalHyperlink({ link: href, children: [new TextRun({ text: said, style: 'Hyperlink' })] }),
  );
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  const columns = rows[0]?.length ?? 1;
  const width = Math.floor(textWidth / columns);
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9CBC4' };
  const none = { style: BorderStyle.NONE };
  return new Table({
    width: { size: width * columns, type: WidthType.DXA },
    columnWidths: Array<number>(columns).fill(width),
    borders: {
      top: line,
      bottom: line,
      insideHorizontal: line,
      insideVertical: none,
      left: none,
      right: none,
    },
    rows: rows.map(
      (row, place) =>
        new TableRow({
          tableHeader: place === 0,
          cantSplit: true,
          children: row.map(
            (cell) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                margins: { top: 80, bottom: 80, left: 80, right: 80 },
                children: [
                  new Paragraph({ style: place === 0 ? 'TableHead' : 'TableText', children: words(cell) }),
                ],
              }),
          ),
        }),
    ),
  });
}

function numberingFor(text: VersionText): INumberingOptions {
  const indent = { paragraph: { indent: { left: 425, hanging: 425 } } };
  const level = (format: 'bullet' | 'decimal', sign: string) => [
    { level: 0, format: LevelFormat[format === 'bullet' ? 'BULLET' : 'DECIMAL'], text: sign, style: indent },
  ];
  const numbered = grouped(text.blocks).flatMap((group, place) =>
    !('kind' in group) && group[0]?.isNumbered === true
      ? [{ reference: numberOf(place), levels: level('decimal', '%1.') }]
      : [],
  );
  return { config: [{ reference: 'points', levels: level('bullet', '–') }, ...numbered] };
}

const serif = 'Source Serif 4';
const sans = 'Source Sans 3';
const heading = (size: number, before: number) => ({
  run: { font: sans, bold: true, size, color: '1C2422' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
});
const small = { font: sans, size: 18, color: '55605C' };

/** Word falls back on what the machine has where our typefaces are not installed. */
const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: serif, size: 21, color: '1C2422', language: { value: 'sv-SE' } },
      paragraph: { spacing: { after: 160, line: 300 }, alignment: AlignmentType.LEFT },
    },
    title: { run: { font: sans, bold: true, size: 42 }, paragraph: { spacing: { after: 240 } } },
    heading1: heading(28, 400),
    heading2: heading(23, 320),
    heading3: heading(21, 280),
    listParagraph: { paragraph: { spacing: { after: 80 } } },
    hyperlink: { run: { color: '1F5A4A', underline: {} } },
  },
  paragraphStyles: [
    {
      id: frontStyle,
      name: frontStyle,
      basedOn: 'Normal',
      run: small,
      paragraph: {
        spacing: { after: 60, line: 260 },
        indent: { left: factsFrom, hanging: factsFrom },
      },
    },
    { id: 'Edge', name: 'Edge', basedOn: 'Normal', run: small, paragraph: { spacing: { after: 0 } } },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { font: sans, size: 19 },
      paragraph: { spacing: { after: 0, line: 260 } },
    },
    { id: 'TableHead', name: 'Table Head', basedOn: 'TableText', run: { bold: true } },
  ],
};
