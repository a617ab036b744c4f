import { readFileSync } from 'node:fs';
import type { PolicyText } from '../policy-text.ts';
import { readPolicyText } from '../read-policy-text.ts';
import { sentenceHash } from '../sentence-hash.ts';
import { splitSentences } from '../sentence.ts';

/** What a person who knows the clauses says of a sentence: by which of them it is followed up, or else how; and by whom. */
export interface Expected {
  readonly sentence: number;
  readonly clauses: readonly string[];
  readonly way: 'clauses' | 'attest' | 'aside';
  /** The office or the body; for a sentence put aside, the reason. */
  readonly who: string;
}

const mark = /\s*\{([^}]+)\}/gu;

/**
 * A made-up policy with the right answer after each demand: `{P28 informationOwner}`, `{attest itManager}` or
 * `{aside definition}`. The marks are taken out before the text is read.
 */
export function markedPolicy(name: string): {
  readonly text: PolicyText;
  readonly expected: readonly Expected[];
} {
  const marked = readFileSync(new URL(`policies/${name}.txt`, import.meta.url), 'utf8');
  const reading = readPolicyText(marked.replace(mark, ''));
  if (!reading.ok) throw new Error(reading.refusal.code);
  const text = reading.value;
  const numberOf = new Map(text.sentences.map((sentence) => [sentence.hash, sentence.number]));
  const expected: Expected[] = [];
  for (const line of marked.split('\n')) {
    let start = 0;
    for (const match of line.matchAll(mark)) {
      const words = line.slice(start, match.index).replace(/^\s*-\s+/u, '');
      const sentence = splitSentences(words).at(-1) ?? '';
      const number = numberOf.get(sentenceHash(sentence));
      if (number === undefined) throw new Error(`no sentence like: ${sentence}`);
      expected.push(expectedOf(number, (match[1] ?? '').split(' ')));
      start = match.index + match[0].length;
    }
  }
  return { text, expected };
}

function expectedOf(sentence: number, words: readonly string[]): Expected {
  const clauses = words.filter((word) => /^P\d{2}$/u.test(word));
  const way = words[0] === 'attest' || words[0] === 'aside' ? words[0] : 'clauses';
  return { sentence, clauses, way, who: words.at(-1) ?? '' };
}
