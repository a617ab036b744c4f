import { type PolicyText, read, type Reading, refused } from './policy-text.ts';
import { readPolicyText } from './read-policy-text.ts';
import { sentenceHash } from './sentence-hash.ts';
import { splitSentences } from './sentence.ts';

/** A sentence of the model policy and the one clause that measures it. */
export interface ModelTie {
  sentence: number;
  /** The clause's number in the catalogue, such as P28. */
  clause: string;
}

/** The model policy: the text as people read it, and its ties. */
export interface ModelPolicy {
  text: PolicyText;
  ties: ModelTie[];
}

const marker = /\s*\{(P\d{2})\}/gu;

/** Each mark with the sentence before it, in order. */
function markedSentences(markdown: string): { clause: string; sentence: string }[] {
  const marked: { clause: string; sentence: string }[] = [];
  for (const line of markdown.split('\n')) {
    let start = 0;
    for (const match of line.matchAll(marker)) {
      const sentence = splitSentences(line.slice(start, match.index)).at(-1) ?? '';
      marked.push({ clause: match[1] ?? '', sentence });
      start = match.index + match[0].length;
    }
  }
  return marked;
}

/**
 * Reads our model policy (`policy/monsterpolicy/*.md`): the marks `{P28}` become ties and are taken out of the text, and
 * `{kommun}` becomes the municipality's name (”Exempelby kommun”), or ”kommunen” when `municipality` is null. Refuses
 * `markedWrong`, naming the sentence, when a mark does not follow a whole sentence or marks one that is marked already;
 * otherwise as `readPolicyText`.
 */
export function readModelPolicy(markdown: string, municipality: string | null): Reading<ModelPolicy> {
  const named = markdown.replaceAll('{kommun}', municipality ?? 'kommunen');
  const reading = readPolicyText(named.replace(marker, ''));
  if (!reading.ok) return reading;
  const numberOf = new Map(reading.value.sentences.map((sentence) => [sentence.hash, sentence.number]));
  const ties: ModelTie[] = [];
  for (const { clause, sentence } of markedSentences(named)) {
    const number = numberOf.get(sentenceHash(sentence));
    if (number === undefined || ties.some((tie) => tie.sentence === number || tie.clause === clause)) {
      return refused({ code: 'markedWrong', sentence: `${sentence} {${clause}}` });
    }
    ties.push({ sentence: number, clause });
  }
  return read({ text: reading.value, ties });
}
