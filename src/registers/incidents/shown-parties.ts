import { Type } from 'typebox';
import { dayOf } from '../../kernel/calendar.ts';
import { Fields, OneOf, OrNull } from '../../kernel/schema.ts';
import type { Language } from '../../kernel/texts.ts';
import {
  type AffectedParty,
  type CaseFacts,
  impactMeasures,
  partyRoles,
  questionKeys,
  sectors,
  triageAnswers,
} from '../../duties/case-facts.ts';
import { questions } from '../../duties/questions.ts';
import { measuresOf } from '../../duties/thresholds.ts';
import { questionsFor } from '../../duties/triage.ts';
import type { CaseParts } from './case-facts.ts';
import { figuresFor } from './impact.ts';
import { type Incident, numberWord } from './incident.ts';
import { ownAnswersFor } from './own-answers.ts';

const Text = OrNull(Type.String());

/** One whom the case concerns, with what it can say for itself. */
export const ShownParty = Fields({
  id: Type.String(),
  bodyId: Text,
  entityId: Text,
  name: Type.String(),
  roles: Type.Array(OneOf(partyRoles)),
  sectors: Type.Array(OneOf(sectors)),
  knowledgeAt: Text,
  knowledgeReason: Type.String(),
  /** The day that its clocks are reckoned from. */
  knownOn: Type.String(),
  /** The figures that some duty of its looks at. */
  measures: Type.Array(OneOf(impactMeasures)),
  /** The questions that matter to it, and those it has answered itself. */
  questions: Type.Array(
    Fields({
      key: OneOf(questionKeys),
      question: Type.String(),
      /** What the case answers; null where nobody has. */
      ofCase: OrNull(OneOf(triageAnswers)),
      /** Its own answer, with the reason and who gave it; null where it follows the case. */
      own: OrNull(
        Fields({ answer: OneOf(triageAnswers), reason: Type.String(), by: Text, at: Type.String() }),
      ),
    }),
  ),
});

/** What has been measured, the newest first. */
export const ShownFigure = Fields({
  /** Null: of the case as a whole. */
  partyId: Text,
  measure: OneOf(impactMeasures),
  /** Null: taken back. */
  value: OrNull(Type.Number()),
  isEstimate: Type.Boolean(),
  /** Is it what holds, or was it said before that? */
  isCurrent: Type.Boolean(),
  /** The number of the merged case that it was said of; null: of this one. */
  fromCase: Text,
  by: Text,
  at: Type.String(),
});

type People = ReadonlyMap<string, string>;

/** Who has answered and measured: their names are asked for before they are shown. */
export function statersOf({ figures, ownAnswers }: MeasuredParts): string[] {
  const ids = [...figures.map(({ statedBy }) => statedBy), ...ownAnswers.map(({ answeredBy }) => answeredBy)];
  return ids.filter((id) => id !== null);
}

/** The parts of a case that its page shows of those concerned. */
type MeasuredParts = Pick<CaseParts, 'figures' | 'ownAnswers' | 'parties'>;

/** Those whom the case concerns now. */
export function shownParties(facts: CaseFacts, parts: MeasuredParts, people: People, language: Language) {
  return facts.parties.map((party) => {
    const held = parts.parties.find((one) => one.id === party.id);
    return {
      id: party.id,
      bodyId: held?.bodyId ?? null,
      entityId: held?.entityId ?? null,
      name: party.name,
      roles: [...party.roles],
      sectors: [...party.sectors],
      knowledgeAt: party.knowledge?.at ?? null,
      knowledgeReason: party.knowledge?.reason ?? '',
      knownOn: dayOf(new Date(party.knowledge?.at ?? facts.noticedAt)),
      measures: measuresOf(party),
      questions: questionsOf(facts, party, parts, people, language),
    };
  });
}

function questionsOf(
  facts: CaseFacts,
  party: AffectedParty,
  parts: MeasuredParts,
  people: People,
  language: Language,
) {
  const own = ownAnswersFor(parts.ownAnswers, party.id).filter(({ answer }) => answer !== null);
  const asked = new Set([
    ...questionsFor(facts, party).map(({ key }) => key),
    ...own.map(({ question }) => question),
  ]);
  return questions
    .filter(({ key }) => asked.has(key))
    .map(({ key, question }) => {
      const found = own.find((one) => one.question === key);
      return {
        key,
        question: question[language],
        ofCase: facts.answers[key]?.answer ?? null,
        own:
          found === undefined || found.answer === null
            ? null
            : {
                answer: found.answer,
                reason: found.reason,
                by: nameOf(people, found.answeredBy),
                at: found.answeredAt.toISOString(),
              },
      };
    });
}

/** All that was ever said of how much was hit, but for those that the case did not concern after all. */
export function shownFigures(
  { figures: all, parties }: MeasuredParts,
  people: People,
  merged: readonly Pick<Incident, 'id' | 'number'>[],
) {
  const standing = new Set(parties.filter(({ endedOn }) => endedOn === null).map(({ id }) => String(id)));
  const figures = all.filter(({ partyId }) => partyId === null || standing.has(partyId));
  const current = new Set(
    [null, ...figures.map(({ partyId }) => partyId)].flatMap((party) => figuresFor(figures, party)),
  );
  return figures.toReversed().map((one) => ({
    partyId: one.partyId,
    measure: one.measure,
    value: one.value,
    isEstimate: one.isEstimate,
    isCurrent: current.has(one),
    fromCase: numberWord(merged.find(({ id }) => id === one.fromCase)?.number ?? null),
    by: nameOf(people, one.statedBy),
    at: one.statedAt.toISOString(),
  }));
}

function nameOf(people: People, id: string | null): string | null {
  return id === null ? null : (people.get(id) ?? null);
}
