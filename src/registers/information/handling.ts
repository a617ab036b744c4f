import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import { addMonths } from '../../kernel/calendar.ts';
import type { Id, InformationId, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, OneOf, OrNull, SomeOf, type Static } from '../../kernel/schema.ts';
import { Type } from 'typebox';
import { decidedOnFault, enteredFor, reviewMonths, reviewMonthsAtMost } from './classification.ts';
import { type Information, informationCan } from './information.ts';
import type { Owner } from './owner.ts';
import { activities, activityCarriers, carriers } from './vocabulary.ts';

/** What is done with the information, on what carrier, and where: in a place, or in a system of the register. */
export const handlingInput = Fields({
  activity: OneOf(activities),
  carrier: OneOf(carriers),
  place: Type.String({ maxLength: 200, 'x-free-text': true, pattern: '^[^\\u0000-\\u001F\\u007F]*$' }),
  systemId: OrNull(IdOf<'System'>()),
  /** Where the rule says ”with conditions”: the conditions are met. */
  conditionsMet: Type.Boolean(),
});
export type HandlingInput = Static<typeof handlingInput>;

export interface Handling extends HandlingInput {
  readonly id: Id<'Handling'>;
  readonly informationId: InformationId;
  readonly version: number;
  readonly endedOn: string | null;
}

export const handlingRefusals = ['ended', 'carrierNotForActivity', 'systemUnknown'] as const;

/** Declares one way in which the information is handled. Whether the rules permit it is for clause P43 to say. */
export function declareHandling(
  information: Information,
  input: HandlingInput,
  systemStands: boolean,
  circumstances: Circumstances,
): Decision<Handling> | Refusal {
  if (!informationCan('describe', information.state)) return refuse('ended');
  if (!activityCarriers[input.activity].includes(input.carrier))
    return refuse('carrierNotForActivity', { field: 'carrier' });
  if (!systemStands) return refuse('systemUnknown', { field: 'systemId' });
  const next: Handling = {
    ...input,
    id: circumstances.newId<'Handling'>(),
    informationId: information.id,
    version: 1,
    endedOn: null,
  };
  const changes = changesBetween(null, { ...input });
  const touched = [`handling:${next.id}`];
  return { next, event: { kind: 'information.handlingDeclared', record: information.id, changes, touched } };
}

/** The information is no longer handled that way. */
export function withdrawHandling(
  handling: Handling,
  reason: string,
  circumstances: Circumstances,
): Decision<Handling> | Refusal {
  if (handling.endedOn !== null) return refuse('alreadyWithdrawn');
  const next = { ...handling, version: handling.version + 1, endedOn: circumstances.today };
  const { activity, carrier, place, systemId, conditionsMet } = handling;
  const changes = Object.entries({ activity, carrier, place, systemId, conditionsMet })
    .filter(([, value]) => value !== null)
    .map(([field, from]) => ({ field, from, to: null }));
  const touched = [`handling:${handling.id}`];
  return {
    next,
    event: {
      kind: 'information.handlingWithdrawn',
      record: handling.informationId,
      changes,
      reason,
      touched,
    },
  };
}

/** The owner's decision: which information may be handled how, and by whom (P29). */
export const handlingDecisionInput = Fields({
  carriers: SomeOf(carriers),
  activities: SomeOf(activities),
  groups: Type.Array(Line(120), { minItems: 1, maxItems: 40 }),
  decidedOn: Day(),
  nextReviewOn: OrNull(Day()),
});
export type HandlingDecisionInput = Static<typeof handlingDecisionInput>;

export interface HandlingDecision {
  readonly id: Id<'HandlingDecision'>;
  readonly informationId: InformationId;
  readonly carriers: HandlingDecisionInput['carriers'];
  readonly activities: HandlingDecisionInput['activities'];
  readonly groups: readonly string[];
  readonly decidedBy: PersonId;
  readonly decidedOn: string;
  readonly nextReviewOn: string;
}

/** As much of a decision as is read again. */
export type HandlingDecisionInForce = Omit<HandlingDecision, 'id' | 'informationId'>;

export const handlingDecisionRefusals = [
  'ended',
  'ownerMissing',
  'decidedInFuture',
  'decidedTooEarly',
  'reviewOutOfRange',
  'nothingPermitted',
] as const;

/** What the decision stands on: the row, today's owner, and the decision in force until now. */
export interface HandlingGround {
  readonly information: Information;
  readonly owner: Owner | null;
  readonly before: HandlingDecisionInForce | null;
}

/** The owner decides. One decision takes the place of the other, and the log says what was permitted before. */
export function decideHandling(
  { information, owner, before }: HandlingGround,
  input: HandlingDecisionInput,
  circumstances: Circumstances,
): Decision<HandlingDecision> | Refusal {
  if (!informationCan('describe', information.state)) return refuse('ended');
  if (owner === null) return refuse('ownerMissing');
  if (input.carriers.length === 0 || input.activities.length === 0)
    return refuse('nothingPermitted', { field: 'activities' });
  const dayFault = decidedOnFault(input.decidedOn, circumstances.today);
  if (dayFault !== null) return dayFault;
  const nextReviewOn = input.nextReviewOn ?? addMonths(input.decidedOn, reviewMonths);
  if (nextReviewOn <= input.decidedOn || nextReviewOn > addMonths(input.decidedOn, reviewMonthsAtMost)) {
    return refuse('reviewOutOfRange', { field: 'nextReviewOn', parameters: { months: reviewMonthsAtMost } });
  }
  const next: HandlingDecision = {
    ...input,
    id: circumstances.newId<'HandlingDecision'>(),
    informationId: information.id,
    decidedBy: owner.personId,
    nextReviewOn,
  };
  const changes = changesBetween(before === null ? null : { ...before }, {
    ...input,
    decidedBy: owner.personId,
    nextReviewOn,
  });
  const touched = [`handlingDecision:${next.id}`];
  const data = enteredFor(owner, circumstances);
  return {
    next,
    event: { kind: 'information.handlingDecided', record: information.id, changes, touched, ...data },
  };
}
