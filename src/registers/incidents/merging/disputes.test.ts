import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionKey, TriageAnswer } from '../../../duties/case-facts.ts';
import { type Id, newId } from '../../../kernel/ids.ts';
import type { Party } from '../party.ts';
import { carriedOver, withCarried } from './carry.ts';
import { type CaseTree, type GoneTree, openDisputes } from './disputes.ts';

/** Minutes of a day on which everything happens. */
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 8, minute));
const [first, second] = [at(20), at(40)];

interface Said {
  readonly answers?: Partial<Record<QuestionKey, TriageAnswer>>;
  readonly exposed?: number;
  /** Whom it concerns, and what they answer for themselves. */
  readonly parties?: Readonly<Record<string, Partial<Record<QuestionKey, TriageAnswer>>>>;
}

function entriesOf<Key extends string, Value>(record: Partial<Record<Key, Value>> = {}): [Key, Value][] {
  return Object.entries(record) as [Key, Value][]; // what the type says
}

/** A case that says this, all of it before any merge. */
function caseOf({ answers, exposed, parties }: Said): CaseTree {
  const standing = entriesOf(parties).map(([name]): Party => partyOf(name));
  const said = { reason: '', answeredBy: null, answeredAt: at(0) };
  return {
    incident: { id: newId<'Incident'>(), noticedAt: at(0) },
    parties: standing,
    answers: entriesOf(answers).map(([question, answer]) => ({
      ...{ id: newId<'IncidentAnswer'>(), version: 1, question, answer },
      ...{ answeredBy: null, answeredAt: at(0) },
    })),
    ownAnswers: standing.flatMap((party) =>
      entriesOf(parties?.[party.bodyId ?? '']).map(([question, answer]) => ({
        ...{ id: newId<'IncidentOwnAnswer'>(), partyId: party.id, question, answer, ...said },
      })),
    ),
    figures: exposed === undefined ? [] : [figureOf(exposed, at(0))],
    gone: [],
  };
}

function partyOf(name: string): Party {
  return {
    ...{ id: newId<'IncidentParty'>(), version: 1, bodyId: name as Id<'Body'>, entityId: null },
    ...{ roles: ['controller'], sectors: [], knowledgeAt: null, knowledgeReason: '', endedOn: null },
  };
}

function figureOf(value: number, statedAt: Date): CaseTree['figures'][number] {
  return {
    ...{ id: newId<'IncidentFigure'>(), partyId: null, measure: 'peopleExposed', value, isEstimate: false },
    ...{ fromCase: null, statedBy: null, statedAt },
  };
}

/** The case that stays, with what the other brings and all that it still says otherwise. */
function merged(gone: CaseTree, into: CaseTree, mergedAt: Date): CaseTree {
  const carried = carriedOver(gone, into, { noticed: 'Märkt', answered: 'Svarat' }, { newId });
  return { ...withCarried(into, carried), gone: [...into.gone, { ...gone, mergedAt }] };
}

/** Somebody says in the case which answer holds. */
function settled(one: CaseTree, answer: TriageAnswer, answeredAt: Date): CaseTree {
  return { ...one, answers: one.answers.map((said) => ({ ...said, answer, answeredAt })) };
}

const openIn = (one: CaseTree) => openDisputes<GoneTree>(one);
const risk = (answer?: TriageAnswer): Said =>
  answer === undefined ? {} : { answers: { riskToPeople: answer } };

describe('what is asked after A has gone into B, and B into C', () => {
  type Says = TriageAnswer | undefined;
  type Row = [string, TriageAnswer, Says, Says, Says, Says, ...string[]];
  // What A, B and C say, what was settled in B before it went on and in C after it; then who says otherwise.
  it.each<Row>([
    ['what was left open, where C says nothing', 'yes', 'no', undefined, undefined, undefined, 'A'],
    ['what was left open, where C says as B', 'yes', 'no', 'no', undefined, undefined, 'A'],
    ['what B says, where C says as A', 'yes', 'no', 'yes', undefined, undefined, 'B'],
    ['what each says, where C says a third thing', 'yes', 'no', 'unknown', undefined, undefined, 'B', 'A'],
    ['once what B has of A', 'yes', undefined, 'no', undefined, undefined, 'B'],
    ['nothing that was settled in B', 'yes', 'no', undefined, 'no', undefined],
    ['nothing that was settled in B, where C says the same', 'yes', 'no', 'no', 'no', undefined],
    ['only what B says, where that was settled', 'yes', 'no', 'yes', 'no', undefined, 'B'],
    ['nothing that has been settled in C', 'yes', 'no', 'unknown', undefined, 'no'],
    ['nothing of what A does not know', 'unknown', 'no', undefined, undefined, undefined],
    ['nothing where all say the same', 'yes', 'yes', 'yes', undefined, undefined],
  ])('is %s', (_what, a, b, c, inB, inC, ...asked) => {
    const gone = caseOf(risk(a));
    let middle = merged(gone, caseOf(risk(b)), first);
    if (inB !== undefined) middle = settled(middle, inB, at(30));
    let last = merged(middle, caseOf(risk(c)), second);
    if (inC !== undefined) last = settled(last, inC, at(50));
    const open = openIn(last).filter(({ answers }) => answers.length > 0);
    const nameOf = (id: string) => (id === gone.incident.id ? 'A' : 'B');
    expect(open.map((one) => nameOf(one.gone.incident.id))).toEqual(asked);
  });
});

describe('any three cases', () => {
  const answer = fc.constantFrom<TriageAnswer>('yes', 'no');
  const answers = fc.record(
    { riskToPeople: answer, personalData: answer },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Partial<Record<QuestionKey, TriageAnswer>>>;
  const saidWith = (own: typeof answers) =>
    fc.record({
      answers,
      exposed: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
      parties: fc.dictionary(fc.constantFrom('nämnd', 'bolag'), own, { maxKeys: 2 }),
    }) as fc.Arbitrary<Said>;
  const [asWhole, said] = [saidWith(fc.constant({})), saidWith(answers)];
  const askedIn = (one: CaseTree) => {
    const all = openIn(one).flatMap((open) => [
      ...open.answers.map(({ question }) => question),
      ...open.figures.map(({ measure }) => measure),
    ]);
    return [...new Set<string>(all)].sort();
  };

  it('leave the same questions whether each goes into the third by itself or one with the other', () => {
    // What a party answers for itself is no contradiction of what another case says of the whole.
    fc.assert(
      fc.property(asWhole, asWhole, asWhole, (a, b, c) => {
        const chained = merged(merged(caseOf(a), caseOf(b), first), caseOf(c), second);
        const apart = merged(caseOf(b), merged(caseOf(a), caseOf(c), first), second);
        expect(askedIn(chained)).toEqual(askedIn(apart));
      }),
      { numRuns: 500 },
    );
  });

  it('lose no question on the way, where the third says nothing of the party itself', () => {
    fc.assert(
      fc.property(said, said, asWhole, (a, b, c) => {
        const middle = merged(caseOf(a), caseOf(b), first);
        expect(askedIn(merged(middle, caseOf(c), second))).toEqual(expect.arrayContaining(askedIn(middle)));
      }),
      { numRuns: 500 },
    );
  });
});
