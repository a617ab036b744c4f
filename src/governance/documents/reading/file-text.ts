import { type FileBlock, policyBlocksOf } from '../policy-text/file-block.ts';
import { settleHeadings } from '../policy-text/headings.ts';
import { readLines } from '../policy-text/lines.ts';
import type { PolicyBlock, PolicyText, Reading } from '../policy-text/policy-text.ts';
import { readPolicyText } from '../policy-text/read-policy-text.ts';

/** What a file holds: blocks where the file says what its pieces are, otherwise a text of lines. */
export type FileText = { readonly blocks: readonly FileBlock[] } | { readonly text: string };

/** A file's text as a policy: headings and whole sentences. */
export function policyOf(file: FileText): Reading<PolicyText> {
  return readPolicyText('text' in file ? file.text : policyBlocksOf(file.blocks));
}

/** A file's text as it is when its sentences are not asked for: what is kept beside the sentences as their source. */
export function sourceOf(file: FileText): string {
  if ('text' in file) return file.text;
  return policyBlocksOf(file.blocks)
    .map((block) => block.text)
    .join('\n');
}

/** A file's text in blocks. What stood outside the text (page numbers, contents, the marks of headings) is left out. */
export function blocksOf(file: FileText): readonly FileBlock[] {
  if (!('text' in file)) return file.blocks;
  return settleHeadings(readLines(file.text)).flatMap((piece): FileBlock[] =>
    piece.kind === 'leftover' ? [] : [fromLines(piece)],
  );
}

function fromLines({ kind, level, text, mark }: PolicyBlock): FileBlock {
  const isNumbered = mark !== null && /\d/u.test(mark);
  return { kind, level, text: kind === 'heading' && isNumbered ? `${mark} ${text}` : text, isNumbered };
}
