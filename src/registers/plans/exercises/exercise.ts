import { Type } from 'typebox';
import { type Actor, covers, scopeOf } from '../../../kernel/access.ts';
import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween } from '../../../kernel/audit/canonical.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, OneOf, Prose, type Static } from '../../../kernel/schema.ts';
import { exerciseAccess } from '../plan.access.ts';
import { type Plan, planKeys } from '../plan.ts';

/** How a plan was tried: at a table, by calling everybody in, by reading data back, or because it happened. */
export const exerciseKinds = ['tabletop', 'alarm', 'restore', 'real'] as const;
export type ExerciseKind = (typeof exerciseKinds)[number];

export const exerciseInput = Fields({
  kind: OneOf(exerciseKinds),
  planIds: Type.Array(IdOf<'Plan'>(), { minItems: 1, maxItems: 50, uniqueItems: true }),
  heldOn: Day(),
  /** What was supposed to have happened, or did. */
  scenario: Line(500),
  /** How many took part. */
  participants: Type.Integer({ minimum: 1, maximum: 10_000 }),
  /** Which offices and units took part. */
  attendees: Prose(1000),
  findings: Prose(4000),
  /** What is to be done about it, in words. */
  measures: Prose(4000),
  restoreTried: Type.Boolean(),
  /** Why what really happened counts as an exercise; empty for an exercise. */
  realReason: Prose(1000),
  caseReference: Prose(120),
});
export type ExerciseInput = Static<typeof exerciseInput>;

export interface Exercise extends ExerciseInput {
  readonly id: Id<'Exercise'>;
  readonly version: number;
  readonly withdrawnOn: string | null;
}

/** A plan that an exercise tried, with what rights to it are judged by. */
export type TriedPlan = Pick<Plan, 'id' | 'systemId' | 'keyUnitId' | 'endedOn'>;

export const recordRefusals = [
  'planUnknown',
  'planNotYours',
  'heldInFuture',
  'realReasonMissing',
  'realReasonNotAsked',
  'restoreNotTried',
] as const;

/** Enters an exercise. `plans` are those of the ids that there are, and that the person may see. */
export function recordExercise(
  input: ExerciseInput,
  plans: readonly TriedPlan[],
  circumstances: Circumstances,
): Decision<Exercise> | Refusal {
  const fault = exerciseFault(input, plans, circumstances);
  if (fault !== null) return fault;
  const id = circumstances.newId<'Exercise'>();
  const changes = changesBetween(null, input);
  const next = { ...input, id, version: 1, withdrawnOn: null };
  return { next, event: { kind: 'exercise.recorded', record: id, changes } };
}

/** Corrects what is said of an exercise. `tried` are those of its plans until now that the person may see. */
export function correctExercise(
  before: Exercise,
  tried: readonly TriedPlan[],
  input: ExerciseInput,
  plans: readonly TriedPlan[],
  circumstances: Circumstances,
): Decision<Exercise> | Refusal {
  if (before.withdrawnOn !== null) return refuse('withdrawn');
  const fault = exerciseFault(input, plans, circumstances);
  if (fault !== null) return fault;
  // Also of a plan that is left out now the verdict turns.
  if (!reachesAll(before, tried, circumstances.actor)) return refuse('planNotYours');
  const { id, version, withdrawnOn, ...said } = before;
  const changes = changesBetween(said, input);
  if (changes.length === 0) return refuse('nothingChanged');
  const next = { ...input, id, version: version + 1, withdrawnOn };
  return { next, event: { kind: 'exercise.corrected', record: id, changes } };
}

/** Withdraws an exercise that was entered by mistake: it no longer counts, for any of the plans it tried. */
export function withdrawExercise(
  before: Exercise,
  tried: readonly TriedPlan[],
  reason: string,
  { actor, today }: Circumstances,
): Decision<Exercise> | Refusal {
  if (before.withdrawnOn !== null) return refuse('withdrawn');
  if (!reachesAll(before, tried, actor)) return refuse('planNotYours');
  const next = { ...before, version: before.version + 1, withdrawnOn: today };
  const changes = [{ field: 'withdrawnOn', from: null, to: today }];
  return { next, event: { kind: 'exercise.withdrawn', record: before.id, changes, reason } };
}

/**
 * Does the right to enter exercises reach every plan that one names? An exercise turns the verdict on them all. `plans` are those of
 * the ids that the person may see: one that she may not is beyond it too.
 */
export function reachesAll(
  { planIds }: Pick<ExerciseInput, 'planIds'>,
  plans: readonly TriedPlan[],
  actor: Actor,
): boolean {
  const scope = scopeOf(actor, exerciseAccess.record);
  const reached = new Set(
    plans.flatMap((plan) => (scope !== null && covers(scope, planKeys(plan)) ? [plan.id] : [])),
  );
  return planIds.every((id) => reached.has(id));
}

function exerciseFault(
  input: ExerciseInput,
  plans: readonly TriedPlan[],
  { actor, today }: Circumstances,
): Refusal | null {
  const found = new Set(plans.map((plan) => plan.id));
  if (!input.planIds.every((id) => found.has(id))) return refuse('planUnknown', { field: 'planIds' });
  if (!reachesAll(input, plans, actor)) return refuse('planNotYours', { field: 'planIds' });
  if (input.heldOn > today) return refuse('heldInFuture', { field: 'heldOn' });
  const explains = input.realReason.trim() !== '';
  if (input.kind === 'real' && !explains) return refuse('realReasonMissing', { field: 'realReason' });
  if (input.kind !== 'real' && explains) return refuse('realReasonNotAsked', { field: 'realReason' });
  return input.kind === 'restore' && !input.restoreTried
    ? refuse('restoreNotTried', { field: 'restoreTried' })
    : null;
}

/** The systems and units by which rights to an exercise are judged: those of all its plans. */
export function exerciseKeys(plans: readonly Pick<TriedPlan, 'systemId' | 'keyUnitId'>[]) {
  return {
    record: plans.flatMap((plan) => plan.systemId ?? []),
    unit: plans.flatMap((plan) => plan.keyUnitId ?? []),
  };
}

/** Where something to be done comes from, as the register of measures points at it. */
export function sourceOf(register: 'exercise', id: Exercise['id']) {
  return { register, id };
}
