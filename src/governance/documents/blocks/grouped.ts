import type { Block } from './block.ts';

type Item = Extract<Block, { kind: 'item' }>;

/** A block that stands alone, or items that are one list. */
export type Group = Exclude<Block, Item> | readonly Item[];

/** Items that follow each other are one list, so that they are counted together and read as one. */
export function grouped(blocks: readonly Block[]): Group[] {
  const groups: (Exclude<Block, Item> | Item[])[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind !== 'item') groups.push(block);
    else if (Array.isArray(last) && last[0]?.isNumbered === block.isNumbered) last.push(block);
    else groups.push([block]);
  }
  return groups;
}
