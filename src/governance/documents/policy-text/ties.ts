import type { Edition, NoDemandReason } from './edition.ts';
import type { PolicySentence, PolicyText } from './policy-text.ts';
import { sentenceHash } from './sentence-hash.ts';
import { stems } from './stem.ts';

/** A clause as the proposer knows it: its sentence in the model policy, and more words it goes by. */
export interface TieTarget {
  clause: string;
  quote: string;
  words: string;
}

/** A sentence tied to a clause. `certain` when the very words are known; otherwise for a person to confirm. */
export interface Tie {
  sentence: number;
  clause: string;
  certainty: 'certain' | 'proposed';
  /** 1 for certain ties, otherwise 0–1: how alike the words are. */
  score: number;
}

/** What is proposed for a text. */
export interface TieProposal {
  ties: Tie[];
  /** Sentences with a demanding word that the edition knows to ask for nothing measurable. */
  noDemand: { sentence: number; reason: NoDemandReason }[];
  /** Demands that nothing was found for; a person must tie them or say why not. */
  untied: number[];
}

/** Least likeness for a proposal; chosen on the made-up policy in the test, where lower gave more wrong than right. */
const leastLikeness = 0.16;
/** A sentence that demands nothing by its words is proposed only when it is very like a clause. */
const leastLikenessWithoutDemand = 0.3;
/** A second clause is proposed when it is nearly as like as the first: one sentence may hold two demands. */
const nearlyAsLike = 0.85;
/** What a part of a word weighs against the whole word: compounds (informationsklassning, klassning) meet through it. */
const partWeight = 0.35;
const partLength = 5;

type Features = Map<string, number>;

/** The words of a text and, with less weight, their parts. */
function featuresOf(text: string, weight: number, into: Features = new Map()): Features {
  const add = (key: string, value: number): void => {
    into.set(key, Math.max(into.get(key) ?? 0, value));
  };
  for (const word of stems(text)) {
    add(word, weight);
    for (let at = 0; at + partLength <= word.length; at += 1)
      add(`~${word.slice(at, at + partLength)}`, weight * partWeight);
  }
  return into;
}

/** How telling each feature is: rare among the clauses is telling. */
function rarity(profiles: readonly Features[]): (feature: string) => number {
  const count = new Map<string, number>();
  for (const profile of profiles) for (const key of profile.keys()) count.set(key, (count.get(key) ?? 0) + 1);
  return (feature) => Math.log((profiles.length + 1) / ((count.get(feature) ?? profiles.length / 4) + 0.5));
}

function weigh(features: Features, rare: (feature: string) => number): Features {
  const weighed = new Map(
    [...features].map(([key, value]) => [key, value * Math.max(rare(key), 0)] as const),
  );
  const length = Math.sqrt([...weighed.values()].reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? weighed : new Map([...weighed].map(([key, value]) => [key, value / length] as const));
}

function likeness(one: Features, other: Features): number {
  let sum = 0;
  for (const [key, value] of one) sum += value * (other.get(key) ?? 0);
  return sum;
}

/** Proposals for one sentence, the likest first; none below the threshold. */
function proposeFor(
  sentence: PolicySentence,
  score: (sentence: PolicySentence) => [string, number][],
): Tie[] {
  const ranked = score(sentence).sort((a, b) => b[1] - a[1]);
  const best = ranked[0]?.[1] ?? 0;
  if (best < (sentence.demand === null ? leastLikenessWithoutDemand : leastLikeness)) return [];
  return ranked
    .filter(([, value]) => value >= best * nearlyAsLike)
    .slice(0, 2)
    .map(([clause, value]) => ({
      sentence: sentence.number,
      clause,
      certainty: 'proposed',
      score: Math.round(value * 100) / 100,
    }));
}

/**
 * Ties a text's sentences to clauses. A sentence whose hash stands in the edition, or equals a clause's own sentence in the
 * model policy, is tied for certain. For the others, clauses are proposed by the likeness of their words (stems and parts
 * of words, weighed by how rare they are; the section's heading weighs a little), for a person to confirm.
 */
export function proposeTies(
  text: PolicyText,
  edition: Edition | null,
  targets: readonly TieTarget[],
): TieProposal {
  const proposal: TieProposal = { ties: [], noDemand: [], untied: [] };
  const known = new Map(edition?.sentences.map((row) => [row.hash, row]));
  const quoted = new Map(targets.map((target) => [sentenceHash(target.quote), target.clause]));
  const raw = targets.map((target) => featuresOf(target.words, 0.7, featuresOf(target.quote, 1)));
  const rare = rarity(raw);
  const profiles = targets.map((target, place) => ({
    clause: target.clause,
    features: weigh(raw[place] ?? new Map<string, number>(), rare),
  }));
  const score = (sentence: PolicySentence): [string, number][] => {
    const heading = text.sections[sentence.section]?.heading ?? '';
    const leadIn = sentence.leadIn === null ? '' : (text.sentences[sentence.leadIn - 1]?.text ?? '');
    const features = weigh(featuresOf(sentence.text, 1, featuresOf(`${heading} ${leadIn}`, 0.25)), rare);
    return profiles.map((profile) => [profile.clause, likeness(features, profile.features)]);
  };
  for (const sentence of text.sentences) {
    const row = known.get(sentence.hash);
    const own = quoted.get(sentence.hash);
    const certain = row?.clauses ?? (own === undefined ? null : [own]);
    if (row?.noDemand !== undefined)
      proposal.noDemand.push({ sentence: sentence.number, reason: row.noDemand });
    if (certain !== null) {
      for (const clause of certain)
        proposal.ties.push({ sentence: sentence.number, clause, certainty: 'certain', score: 1 });
      continue;
    }
    const proposed = proposeFor(sentence, score);
    proposal.ties.push(...proposed);
    if (proposed.length === 0 && sentence.demand !== null) proposal.untied.push(sentence.number);
  }
  return proposal;
}
