import { describe, expect, it } from 'vitest';
import { keepersOf } from '../chain/keepers.ts';
import { openLibrary } from '../library.ts';
import { type Proposal, proposeFollowUp } from './proposal.ts';
import { type Expected, markedPolicy } from './testing/marked-policy.ts';
import { proposeTies } from './ties.ts';

const { targets } = await openLibrary();

/** How good the proposals for a made-up policy are, each as a share between 0 and 1. */
function measured(name: string) {
  const { text, expected } = markedPolicy(name);
  const { ties } = proposeTies(text, null, targets);
  const proposals = proposeFollowUp(text, ties, targets, keepersOf('organisation'));
  const right = new Map(expected.map((one) => [one.sentence, one]));
  const pairs = [...proposals].flatMap(([sentence, proposal]) =>
    proposal.clauses.map((clause) => ({
      isRight: right.get(sentence)?.clauses.includes(clause) === true,
      proposal,
    })),
  );
  const hits = pairs.filter((one) => one.isRight).length;
  const strong = pairs.filter((one) => one.proposal.isStrong);
  const asked = expected.filter((one) => one.way !== 'aside');
  return {
    precision: hits / pairs.length,
    recall: hits / expected.flatMap((one) => one.clauses).length,
    ofStrong: strong.filter((one) => one.isRight).length / strong.length,
    strong: strong.length,
    way: shareOf(expected, proposals, (one, proposal) => proposal.way === one.way),
    office: shareOf(asked, proposals, (one, proposal) => proposal.office === one.who),
    unread: text.sentences.filter((one) => (one.demand !== null) !== right.has(one.number)).length,
  };
}

function shareOf(
  expected: readonly Expected[],
  proposals: ReadonlyMap<number, Proposal>,
  isRight: (one: Expected, proposal: Proposal) => boolean,
): number {
  const right = expected.filter((one) => {
    const proposal = proposals.get(one.sentence);
    return proposal !== undefined && isRight(one, proposal);
  });
  return right.length / expected.length;
}

/**
 * Three policies in other words and another build than the model policy. Words and thresholds were chosen by the first two. The
 * third was not looked into: it is what may be expected of a text that nobody has seen, though its author is the same.
 */
const figures = [
  // Measured 2026-11-26: 45 of 45 ties, all right; 33 strong, all right; every way and office right.
  ['granfors', { precision: 0.95, recall: 0.95, way: 0.95, office: 0.95, strong: 30 }],
  // 48 of 49 ties found, 48 of 50 proposed right; 30 strong, all right; ways 98 %, offices 94 %.
  ['sjohaga', { precision: 0.93, recall: 0.95, way: 0.95, office: 0.92, strong: 25 }],
  // 40 of 49 ties found, 40 of 47 proposed right; 18 strong, all right; ways 96 %, offices 87 %.
  ['alvtorp', { precision: 0.8, recall: 0.75, way: 0.93, office: 0.85, strong: 15 }],
] as const;

describe('proposals for policies in other words', () => {
  it.each(figures)('%s', (name, least) => {
    const found = measured(name);
    for (const [figure, value] of Object.entries(least)) {
      expect(found[figure as keyof typeof least], figure).toBeGreaterThanOrEqual(value); // a figure of the table
    }
    // What is confirmed many at once is not wrong.
    expect(found.ofStrong).toBe(1);
    expect(found.unread).toBeLessThanOrEqual(1);
  });
});
