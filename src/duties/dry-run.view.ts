import { Type } from 'typebox';
import { dayOf } from '../kernel/calendar.ts';
import { Fields, OneOf, OrNull, SomeOf } from '../kernel/schema.ts';
import type { Language } from '../kernel/texts.ts';
import { view } from '../kernel/view.ts';
import {
  type Answers,
  type CaseFacts,
  partyRoles,
  type QuestionKey,
  questionKeys,
  sectors,
  triageAnswers,
} from './case-facts.ts';
import { dutyAccess } from './duty.access.ts';
import { readDutyData } from './duty-data.store.ts';
import { clockStarts, dutyVerdicts, reasonCodes, tracks } from './duty.ts';
import { type DutyStanding, evaluate } from './evaluate.ts';
import { questions } from './questions.ts';
import { ShownRecipient, ShownTerm } from './shown.ts';
import { stageStates } from './stages.ts';
import { isAsked } from './triage.ts';

const OneAnswer = OneOf(triageAnswers);
const Standing = Fields({
  number: Type.String(),
  track: OneOf(tracks),
  title: Type.String(),
  what: Type.String(),
  verdict: OneOf(dutyVerdicts),
  because: Fields({
    code: OneOf(reasonCodes),
    role: OrNull(OneOf(partyRoles)),
    /** The question that decides, in words. */
    question: OrNull(Type.String()),
  }),
  stages: Type.Array(
    Fields({
      key: Type.String(),
      title: Type.String(),
      state: OneOf(stageStates),
      start: OneOf(clockStarts),
      dueAt: OrNull(Type.String()),
      term: OrNull(ShownTerm),
      recipient: OrNull(ShownRecipient),
    }),
  ),
});

/** The party of a case that is only thought of. */
const imagined = 'party';

/**
 * Which duties would arise, from these answers, for somebody with these roles who came to know just now. Nothing is
 * stored, and nothing said of what has happened: the questions can be tried before there is a case.
 */
export const dryRun = view({
  name: 'duty.dryRun',
  on: 'register',
  past: 'none',
  permission: dutyAccess.read,
  input: Fields({
    yes: Type.Optional(SomeOf(questionKeys)),
    no: Type.Optional(SomeOf(questionKeys)),
    unknown: Type.Optional(SomeOf(questionKeys)),
    roles: Type.Optional(SomeOf(partyRoles)),
    sectors: Type.Optional(SomeOf(sectors)),
  }),
  output: Fields({
    /** Säkerhetsskydd: ask and write no more. */
    stops: Type.Boolean(),
    /** What to answer next; null when there is nothing left to ask. */
    next: OrNull(OneOf(questionKeys)),
    /** Those to be asked, in their order, with the answer where there is one. */
    questions: Type.Array(
      Fields({
        key: OneOf(questionKeys),
        question: Type.String(),
        why: Type.String(),
        answer: OrNull(OneAnswer),
      }),
    ),
    duties: Type.Array(Standing),
  }),
  told: { nothing: 'answers about nothing that has happened, which are not stored' },
  answer: async (db, input, { actor: { language }, now }) => {
    const at = now.toISOString();
    const answered = (keys: readonly QuestionKey[] = [], answer: (typeof triageAnswers)[number]): Answers =>
      Object.fromEntries(keys.map((key) => [key, { answer, at }]));
    // An answer given twice is the more careful one: yes before unknown before no.
    const answers = {
      ...answered(input.no, 'no'),
      ...answered(input.unknown, 'unknown'),
      ...answered(input.yes, 'yes'),
    };
    const facts = imaginedCase(at, answers, input);
    const evaluation = evaluate(facts, await readDutyData(db), now);
    return {
      stops: evaluation.kind === 'stop',
      next: evaluation.kind === 'stop' ? null : evaluation.next,
      questions: questions
        .filter((one) => isAsked(one, facts))
        .map(({ key, question, why }) => ({
          key,
          question: question[language],
          why: why[language],
          answer: answers[key]?.answer ?? null,
        })),
      duties: evaluation.duties.map((standing) => shownStanding(standing, language)),
    };
  },
});

function imaginedCase(
  at: string,
  answers: Answers,
  given: {
    readonly roles?: readonly (typeof partyRoles)[number][];
    sectors?: readonly (typeof sectors)[number][];
  },
): CaseFacts {
  const party = {
    id: imagined,
    legalEntityId: imagined,
    name: '',
    roles: given.roles ?? [],
    sectors: given.sectors ?? [],
    knowledge: { at, reason: '' },
    answers: {},
    impact: {},
  };
  return {
    id: imagined,
    kind: 'notTriaged',
    occurredAt: at,
    noticedAt: at,
    handledAt: null,
    registrationChangedOn: dayOf(new Date(at)),
    answers,
    consequences: {},
    impact: {},
    parties: [party],
    decisions: [],
    deliveries: [],
    requests: [],
  };
}

function shownStanding({ duty, verdict, because, stages }: DutyStanding, language: Language) {
  const asked = questions.find((one) => one.key === because.question);
  return {
    number: duty.number,
    track: duty.track,
    title: duty.title[language],
    what: duty.what[language],
    verdict,
    because: {
      code: because.code,
      role: because.role ?? null,
      question: asked?.question[language] ?? null,
    },
    stages: stages.map(({ stage, state, dueAt, term, recipient }) => ({
      key: stage.key,
      title: stage.title[language],
      state,
      start: stage.start,
      dueAt,
      term,
      recipient,
    })),
  };
}
