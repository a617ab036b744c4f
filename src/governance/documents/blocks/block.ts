import { Type } from 'typebox';
import { Fields, OneOf, OrNull, type Static } from '../../../kernel/schema.ts';

/** The longest text of one block, in UTF-16 units, and the most blocks: about two hundred pages. */
const longestBlock = 8000;
export const mostBlocks = 3000;

const Text = Type.String({ maxLength: longestBlock, 'x-free-text': true });

/**
 * A piece of a text as it is written: a heading, a paragraph, an item of a list, or a table whose first row is its head. Words
 * are plain; a link is written `[words](https://…)` in them. There is no mark-up to be hostile with.
 */
export const Block = Type.Union([
  Fields({ kind: OneOf(['heading']), level: Type.Integer({ minimum: 1, maximum: 3 }), text: Text }),
  Fields({ kind: OneOf(['paragraph']), text: Text }),
  Fields({ kind: OneOf(['item']), isNumbered: Type.Boolean(), text: Text }),
  Fields({
    kind: OneOf(['table']),
    rows: Type.Array(Type.Array(Text, { minItems: 1, maxItems: 12 }), { minItems: 1, maxItems: 200 }),
  }),
]);
export type Block = Static<typeof Block>;

/** What a person has said that a sentence demands, where the machine read it otherwise. The sentence is in its normal form. */
export const DemandMark = Fields({
  sentence: Type.String({ minLength: 1, maxLength: longestBlock }),
  demand: OrNull(OneOf(['ska', 'bor'])),
});
export type DemandMark = Static<typeof DemandMark>;

export const Blocks = Type.Array(Block, { maxItems: mostBlocks });
export const DemandMarks = Type.Array(DemandMark, { maxItems: 2000 });

/** Everything but tab and line break of the control characters, the marks that turn the direction, and what shows nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const unprintable =
  /[\u0000-\u0008\u000B-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** One text as it is kept: composed, printable, its white space one space each, its ends trimmed. */
export function cleanText(text: string): string {
  return (text.isWellFormed() ? text : text.toWellFormed())
    .normalize('NFC')
    .replace(unprintable, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Blocks as they are kept: texts cleaned, empty blocks gone, the rows of a table as wide as its widest. */
export function cleanBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'table') {
      const text = cleanText(block.text);
      return text === '' ? [] : [{ ...block, text }];
    }
    const rows = block.rows.map((row) => row.map(cleanText)).filter((row) => row.some((cell) => cell !== ''));
    const width = Math.max(0, ...rows.map((row) => row.length));
    return rows.length === 0
      ? []
      : [{ kind: 'table', rows: rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]) }];
  });
}
