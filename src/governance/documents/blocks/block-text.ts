import type { PolicyBlock, PolicySentence, PolicyText, Reading } from '../policy-text/policy-text.ts';
import { readBlocks } from '../policy-text/read-policy-text.ts';
import { normaliseSentence } from '../policy-text/sentence.ts';
import type { Outline } from '../document.ts';
import type { Block, DemandMark } from './block.ts';
import { wordsOf } from './link.ts';

/**
 * The sentences of a written text, with what each demands: as it reads, or as a person has marked it. A row of a table is a
 * paragraph, its cells divided by a bar.
 */
export function readWritten(blocks: readonly Block[], marks: readonly DemandMark[]): Reading<PolicyText> {
  const reading = readBlocks(blocks.flatMap(policyBlocks));
  if (!reading.ok) return reading;
  const marked = new Map(marks.map((mark) => [mark.sentence, mark.demand]));
  const sentences = reading.value.sentences.map((sentence) => {
    const demand = marked.get(normaliseSentence(sentence.text));
    return demand === undefined ? sentence : { ...sentence, demand };
  });
  return { ok: true, value: { ...reading.value, sentences } };
}

/** What stands of a text's demands otherwise than it reads, as marks: so that a new version begins with what has been said. */
export function marksOf(
  blocks: readonly Block[],
  sentences: readonly Pick<PolicySentence, 'hash' | 'demand'>[],
): DemandMark[] {
  const reading = readWritten(blocks, []);
  if (!reading.ok) return [];
  const standing = new Map(sentences.map(({ hash, demand }) => [hash, demand]));
  const marks = new Map<string, DemandMark>();
  for (const { text, hash, demand } of reading.value.sentences) {
    const stands = standing.get(hash);
    const sentence = normaliseSentence(text);
    if (stands !== undefined && stands !== demand) marks.set(sentence, { sentence, demand: stands });
  }
  return [...marks.values()];
}

function policyBlocks(block: Block): PolicyBlock[] {
  const plain = { level: 0, mark: null, apart: true };
  switch (block.kind) {
    case 'heading':
      return [{ ...plain, kind: 'heading', level: block.level, text: wordsOf(block.text) }];
    case 'paragraph':
    case 'item':
      return [{ ...plain, kind: block.kind, text: wordsOf(block.text) }];
    case 'table':
      return block.rows.map((row) => ({ ...plain, kind: 'paragraph', text: row.map(wordsOf).join(' | ') }));
  }
}

/** Blocks of a text that was read in, so that its next version can be written here. Its highest headings become the first level. */
export function blocksOfText(
  text: Pick<Outline, 'sections'>,
  sentenceText: (number: number) => string,
): Block[] {
  const headed = text.sections.filter((section) => section.heading !== '');
  const highest = headed.reduce((top, section) => Math.min(top, Math.max(1, section.level)), Infinity);
  return text.sections.flatMap((section): Block[] => {
    const words = section.number === null ? section.heading : `${section.number} ${section.heading}`;
    const heading: Block[] =
      section.heading === ''
        ? []
        : [{ kind: 'heading', level: Math.min(3, Math.max(1, section.level) - highest + 1), text: words }];
    const paragraphs = section.paragraphs.map((paragraph): Block => {
      const body = paragraph.sentences.map(sentenceText).join(' ');
      return paragraph.kind === 'item'
        ? { kind: 'item', isNumbered: false, text: body }
        : { kind: 'paragraph', text: body };
    });
    return [...heading, ...paragraphs];
  });
}

/** The text as plain words, a line for each block: what a written version's source is when it is frozen. */
export function plainTextOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap(policyBlocks)
    .map((block) => block.text)
    .join('\n\n');
}
