import type { Block, DemandMark } from './block.ts';
import { wordsOf } from './link.ts';
import { demandOf, normaliseSentence, splitSentences } from '../policy-text/sentence.ts';

/** A block that begins with these letters and a space becomes what they stand for, so that no hand leaves the keys. */
const shortcuts: Readonly<Record<string, (text: string) => Block>> = {
  '#': (text) => ({ kind: 'heading', level: 1, text }),
  '##': (text) => ({ kind: 'heading', level: 2, text }),
  '###': (text) => ({ kind: 'heading', level: 3, text }),
  '-': (text) => ({ kind: 'item', isNumbered: false, text }),
  '*': (text) => ({ kind: 'item', isNumbered: false, text }),
  '1.': (text) => ({ kind: 'item', isNumbered: true, text }),
};

/** What a text becomes when it is typed into a paragraph: a heading or an item where it begins with their mark. */
export function typed(block: Block, text: string): Block {
  if (block.kind === 'table') return block;
  const [, mark = '', rest = ''] = /^(#{1,3}|[-*]|1\.) (.*)$/su.exec(text) ?? [];
  const become = block.kind === 'paragraph' ? shortcuts[mark] : undefined;
  return become === undefined ? { ...block, text } : become(rest);
}

/** What follows when a block is ended with Enter: a new item after an item, else a paragraph. An empty item ends its list. */
export function split(block: Block, at: number): readonly [Block, Block] {
  if (block.kind === 'table') return [block, { kind: 'paragraph', text: '' }];
  if (block.kind === 'item' && block.text === '')
    return [
      { kind: 'paragraph', text: '' },
      { kind: 'paragraph', text: '' },
    ];
  const rest = block.text.slice(at).trimStart();
  const first = { ...block, text: block.text.slice(0, at).trimEnd() };
  return [first, block.kind === 'item' ? { ...block, text: rest } : { kind: 'paragraph', text: rest }];
}

/** A sentence of a block, with what it is taken to demand and whether a person has said so. */
export interface ReadSentence {
  readonly text: string;
  readonly key: string;
  readonly demand: DemandMark['demand'];
  readonly isMarked: boolean;
}

/** The sentences of a block with their demands: as they read, or as a person has marked them. */
export function sentencesIn(block: Block, marks: readonly DemandMark[]): ReadSentence[] {
  if (block.kind === 'heading') return [];
  const texts =
    block.kind === 'table' ? block.rows.map((row) => row.map(wordsOf).join(' | ')) : [wordsOf(block.text)];
  return texts.flatMap(splitSentences).map((text) => {
    const key = normaliseSentence(text);
    const mark = marks.find((one) => one.sentence === key);
    return {
      text,
      key,
      demand: mark === undefined ? demandOf(text) : mark.demand,
      isMarked: mark !== undefined,
    };
  });
}

/** The marks after a person has said what a sentence demands; saying what it reads as takes the mark away. */
export function marked(
  marks: readonly DemandMark[],
  sentence: ReadSentence,
  demand: DemandMark['demand'],
): DemandMark[] {
  const others = marks.filter((one) => one.sentence !== sentence.key);
  return demand === demandOf(sentence.text) ? others : [...others, { sentence: sentence.key, demand }];
}

/** The text as plain words, a line for each block: how one writer's text is shown another. */
export function plainWords(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.join(' | ')).join('\n') : wordsOf(block.text),
    )
    .join('\n');
}

/** The selected words made a link: what is left for the writer is its address. */
export function linked(text: string, from: number, to: number): string {
  const words = text.slice(from, to).replace(/[[\]]/gu, '');
  return `${text.slice(0, from)}[${words}](https://)${text.slice(to)}`;
}
