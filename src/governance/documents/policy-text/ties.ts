import type { Responsible } from '../../../clauses/clause.ts';
import type { Edition, NoDemandReason } from './edition.ts';
import { alikeWords, featuresOf, likeness, rarity, weigh } from './likeness.ts';
import { noDemandIn } from './no-demand.ts';
import { officeInWords } from './office-in-words.ts';
import type { PolicySentence, PolicyText } from './policy-text.ts';
import { sentenceHash } from './sentence-hash.ts';

/** A clause as the proposer knows it: its sentence in the model policy, and more words it goes by. */
export interface TieTarget {
  clause: string;
  quote: string;
  words: string;
  /** Who answers for the clause. */
  responsible: Responsible;
}

/** A sentence tied to a clause. `certain` when the very words are known; otherwise for a person to confirm. */
export interface Tie {
  sentence: number;
  clause: string;
  certainty: 'certain' | 'proposed';
  /** 1 for certain ties, otherwise 0–1: how alike the words are. */
  score: number;
  /** How far the next clause is behind; a person need look less closely at what stands alone. */
  lead: number;
  /** The words of the sentence that speak for the clause, the most telling first. Empty for certain ties. */
  words: string[];
}

/** What is proposed for a text. */
export interface TieProposal {
  ties: Tie[];
  /** Sentences with a demanding word that the edition knows to ask for nothing measurable. */
  noDemand: { sentence: number; reason: NoDemandReason }[];
  /** Demands that nothing was found for; a person must tie them or say why not. */
  untied: number[];
}

/** Least likeness for a proposal; chosen on two of the made-up policies of `ties.measured.test.ts`. */
const leastLikeness = 0.2;
/** A sentence that demands nothing by its words is proposed only when it is very like a clause. */
const leastLikenessWithoutDemand = 0.3;
/** A second clause is proposed when it is nearly as like as the first: one sentence may hold two demands. */
const nearlyAsLike = 0.93;
/** What it speaks for a clause that the words name whoever answers for it, and against it that they name somebody else. */
const sameOffice = 1.2;
const otherOffice = 0.8;

interface Ranked {
  readonly clause: string;
  readonly score: number;
  readonly words: () => string[];
}

/** Ranks all clauses by how well they fit a sentence of the text, the best first. */
function ranking(text: PolicyText, targets: readonly TieTarget[]): (sentence: PolicySentence) => Ranked[] {
  const raw = targets.map((target) => featuresOf([target.quote, 1], [target.words, 0.7]));
  const rare = rarity(raw);
  const profiles = targets.map((target, place) => ({
    ...target,
    named: officeInWords(target.quote, null),
    features: weigh(raw[place] ?? new Map(), rare),
  }));
  return (sentence) => {
    const heading = text.sections[sentence.section]?.heading ?? '';
    const leadIn = sentence.leadIn === null ? '' : (text.sentences[sentence.leadIn - 1]?.text ?? '');
    const features = weigh(featuresOf([sentence.text, 1], [`${heading} ${leadIn}`, 0.25]), rare);
    const named = officeInWords(sentence.text, leadIn);
    const ranked = profiles.map(({ clause, responsible, named: own, features: profile }) => {
      const fits = named === null ? 1 : named === responsible || named === own ? sameOffice : otherOffice;
      const score = likeness(features, profile) * fits;
      return { clause, score, words: () => alikeWords(sentence.text, features, profile) };
    });
    return ranked.sort((a, b) => b.score - a.score);
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Proposals for one sentence, the likest first; none below the threshold. */
function proposeFor(sentence: PolicySentence, ranked: readonly Ranked[]): Tie[] {
  const [best = 0, ...others] = ranked.map(({ score }) => score);
  if (best < (sentence.demand === null ? leastLikenessWithoutDemand : leastLikeness)) return [];
  const chosen = ranked.filter(({ score }) => score >= best * nearlyAsLike).slice(0, 2);
  const lead = best - (others[chosen.length - 1] ?? 0);
  return chosen.map(({ clause, score, words }) => ({
    sentence: sentence.number,
    clause,
    certainty: 'proposed',
    score: rounded(score),
    lead: rounded(lead),
    words: words(),
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
  const rank = ranking(text, targets);
  const leading = new Set(text.sentences.map((sentence) => sentence.leadIn));
  for (const sentence of text.sentences) {
    const row = known.get(sentence.hash);
    const own = quoted.get(sentence.hash);
    const certain = row?.clauses ?? (own === undefined ? null : [own]);
    if (row?.noDemand !== undefined)
      proposal.noDemand.push({ sentence: sentence.number, reason: row.noDemand });
    if (certain !== null) {
      for (const clause of certain)
        proposal.ties.push({
          sentence: sentence.number,
          clause,
          certainty: 'certain',
          score: 1,
          lead: 1,
          words: [],
        });
      continue;
    }
    const proposed =
      !leading.has(sentence.number) && noDemandIn(sentence.text) === null
        ? proposeFor(sentence, rank(sentence))
        : [];
    proposal.ties.push(...proposed);
    if (proposed.length === 0 && sentence.demand !== null) proposal.untied.push(sentence.number);
  }
  return proposal;
}
