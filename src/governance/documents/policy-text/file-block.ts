import { wordsOf } from '../blocks/link.ts';
import type { PolicyBlock } from './policy-text.ts';

/** A piece of a file whose structure is known. Links are written `[words](https://…)` in its texts. */
export type FileBlock =
  | (Omit<PolicyBlock, 'mark' | 'apart'> & { readonly isNumbered: boolean })
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** The pieces as `readPolicyText` takes them: links as their words, and each cell of a table a paragraph of its own. */
export function policyBlocksOf(blocks: readonly FileBlock[]): PolicyBlock[] {
  return blocks.flatMap((block): PolicyBlock[] => {
    if (block.kind !== 'table') {
      const { kind, level } = block;
      return [{ kind, level, text: wordsOf(block.text), mark: null, apart: true }];
    }
    return block.rows
      .flat()
      .map(wordsOf)
      .filter((text) => text !== '')
      .map((text) => ({ kind: 'paragraph', text, level: 0, mark: null, apart: true }));
  });
}
