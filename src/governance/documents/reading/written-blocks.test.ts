import { describe, expect, it } from 'vitest';
import { Check } from 'typebox/value';
import { Blocks } from '../blocks/block.ts';
import type { FileBlock } from '../policy-text/file-block.ts';
import { writtenBlocks } from './written-blocks.ts';

const plain = (kind: 'title' | 'heading' | 'paragraph' | 'item', text: string, level = 0): FileBlock => ({
  kind,
  text,
  level,
  isNumbered: false,
});
const written = (...blocks: readonly FileBlock[]) => writtenBlocks({ blocks }, 'Riktlinje för besök');

describe('blocks of a file, to write on', () => {
  it.each<[string, FileBlock[], object[]]>([
    [
      'the document’s own title is left out',
      [plain('title', 'Riktlinje för  BESÖK.'), plain('paragraph', 'Alla.')],
      [{ text: 'Alla.' }],
    ],
    [
      'another title is a heading',
      [plain('title', 'Bilaga')],
      [{ kind: 'heading', level: 1, text: 'Bilaga' }],
    ],
    ['deeper headings are the third level', [plain('heading', 'Djupt', 6)], [{ kind: 'heading', level: 3 }]],
    [
      'a table of more rows than a function has room for is read all the same',
      [{ kind: 'table', rows: Array.from({ length: 150_000 }, () => Array<string>(40).fill('')) }],
      [],
    ],
    ['an empty table is nothing', [{ kind: 'table', rows: [['', ''], []] }], []],
    [
      'rows of different widths are as wide as the widest',
      [{ kind: 'table', rows: [['a', 'b'], ['c']] }],
      [
        {
          rows: [
            ['a', 'b'],
            ['c', ''],
          ],
        },
      ],
    ],
    [
      'a table that is too wide is its rows’ words',
      [{ kind: 'table', rows: [Array.from({ length: 13 }, (_, at) => `c${at}`)] }],
      [{ kind: 'paragraph', text: Array.from({ length: 13 }, (_, at) => `c${at}`).join(' | ') }],
    ],
  ])('%s', (_name, blocks, expected) => {
    const found = written(...blocks);
    expect(found).toMatchObject(expected);
    expect(found).toHaveLength(expected.length);
  });

  it('are several where a text or a table is longer than a block may be, and lose no word', () => {
    const long = Array.from({ length: 4000 }, (_, at) => `ord${at}`).join(' ');
    const rows = [['Huvud'], ...Array.from({ length: 450 }, (_, at) => [`rad ${at}`])];
    const found = written(plain('paragraph', long), plain('paragraph', 'x'.repeat(20_000)), {
      kind: 'table',
      rows,
    });
    expect(Check(Blocks, found)).toBe(true);
    const paragraphs = found.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    expect(paragraphs.join(' ')).toContain('ord0 ord1');
    expect(paragraphs.join('').replaceAll(' ', '')).toBe(long.replaceAll(' ', '') + 'x'.repeat(20_000));
    const tables = found.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
    expect(tables.map((one) => one[0])).toEqual([['Huvud'], ['Huvud'], ['Huvud']]);
    expect(tables.flatMap((one) => one.slice(1))).toEqual(rows.slice(1));
  });
});
