import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import { addMonths } from '../../kernel/calendar.ts';
import type { Id, SystemId, UnitId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, OneOf, OrNull, Prose, type Static } from '../../kernel/schema.ts';
import {
  contentFault,
  type ContentGround,
  emptyContent,
  incompleteness,
  planContent,
  type PlanContent,
  planKinds,
} from './plan-content.ts';

const described = { kind: OneOf(planKinds), secrecyProvision: Prose(120) };
export const describeInput = Fields(described);
export const registerInput = Fields({
  ...described,
  systemId: OrNull(IdOf<'System'>()),
  unitId: OrNull(IdOf<'Unit'>()),
});
export type RegisterInput = Static<typeof registerInput>;

export const writeInput = planContent;

export const decideInput = Fields({
  /** The office, or a body's decision. */
  decidedBy: Line(200),
  decidedOn: Day(),
  validFrom: Day(),
  nextReviewOn: Day(),
});
export type Deciding = Static<typeof decideInput>;

/** A version of what a plan says. */
export interface PlanVersion {
  readonly id: Id<'PlanVersion'>;
  readonly version: number;
  readonly number: number;
  readonly state: 'draft' | 'decided' | 'discarded';
  readonly content: PlanContent;
  /** Null until it is decided. */
  readonly decision: Deciding | null;
}

/** A plan with the version that is being written, and the one that was decided last. */
export interface Plan {
  readonly id: Id<'Plan'>;
  readonly version: number;
  readonly kind: (typeof planKinds)[number];
  readonly systemId: SystemId | null;
  readonly unitId: UnitId | null;
  /** The unit that has what the plan is of: its own, or the system's. */
  readonly keyUnitId: UnitId | null;
  readonly secrecyProvision: string;
  readonly endedOn: string | null;
  readonly latestNumber: number;
  readonly draft: PlanVersion | null;
  readonly latestDecided: PlanVersion | null;
}

/** A plan as it is to be stored, with the version that changes with it, if one does. */
export interface NextPlan {
  readonly plan: Plan;
  readonly changed: PlanVersion | null;
}

/** The review may lie so far ahead; longer, and nobody has looked at the telephone numbers. */
export const longestReviewMonths = 24;

export const registerRefusals = ['objectMissing', 'systemUnknown', 'unitUnknown', 'planExists'] as const;

/** What is known of what a new plan is to be of. */
export interface ObjectAround {
  /** Whether it is there today and the person may see it. */
  readonly stands: boolean;
  readonly keyUnitId: UnitId | null;
  /** Kinds of the plans that it has already. */
  readonly kinds: readonly string[];
}

/** Begins a plan of a system or of a unit (process, project), with an empty draft. */
export function registerPlan(
  input: RegisterInput,
  around: ObjectAround,
  { newId }: Circumstances,
): Decision<NextPlan> | Refusal {
  const { systemId, unitId } = input;
  if ((systemId === null) === (unitId === null)) return refuse('objectMissing', { field: 'systemId' });
  if (!around.stands)
    return systemId === null
      ? refuse('unitUnknown', { field: 'unitId' })
      : refuse('systemUnknown', { field: 'systemId' });
  if (around.kinds.includes(input.kind)) return refuse('planExists', { field: 'kind' });
  const id = newId<'Plan'>();
  const draft = newDraft(newId<'PlanVersion'>(), 1, emptyContent(systemId));
  const { keyUnitId } = around;
  const base = { ...input, id, version: 1, keyUnitId, endedOn: null, latestNumber: 1, latestDecided: null };
  const changes = changesBetween(null, { ...input, number: 1 });
  const event = { kind: 'plan.registered', record: id, changes, touched: [`planVersion:${draft.id}`] };
  return { next: { plan: { ...base, draft }, changed: draft }, event };
}

/** Says something else of the plan itself: its kind, or that what it says is secret. */
export function describePlan(
  before: Plan,
  input: Static<typeof describeInput>,
  kinds: readonly string[],
): Decision<NextPlan> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  if (input.kind !== before.kind && kinds.includes(input.kind))
    return refuse('planExists', { field: 'kind' });
  // A plan in force for continuity says how to work without IT; one that never said so cannot be called that afterwards.
  const said = before.latestDecided;
  const lacks = said === null ? null : incompleteness(input.kind, said.content);
  if (input.kind !== before.kind && lacks !== null) return refuse(lacks.code, { field: 'kind' });
  const { kind, secrecyProvision } = before;
  const changes = changesBetween({ kind, secrecyProvision }, input);
  if (changes.length === 0) return refuse('nothingChanged');
  const plan = { ...before, ...input, version: before.version + 1 };
  return { next: { plan, changed: null }, event: { kind: 'plan.described', record: before.id, changes } };
}

/** Writes the draft. */
export function writePlan(
  before: Plan,
  input: PlanContent,
  ground: ContentGround,
): Decision<NextPlan> | Refusal {
  const { draft } = before;
  if (before.endedOn !== null) return refuse('ended');
  if (draft === null) return refuse('noDraft');
  const fault = contentFault(input, ground);
  if (fault !== null) return fault;
  const changes = changesBetween(toldContent(draft.content), toldContent(input));
  if (changes.length === 0) return refuse('nothingChanged');
  const changed = { ...draft, version: draft.version + 1, content: input };
  return { next: withDraft(before, changed), event: versionEvent('plan.written', before, changed, changes) };
}

/** Begins the next version, from what was decided last. */
export function beginPlan(before: Plan, { newId }: Circumstances): Decision<NextPlan> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  if (before.draft !== null) return refuse('draftExists');
  const content = before.latestDecided?.content ?? emptyContent(before.systemId);
  const number = before.latestNumber + 1;
  const changed = newDraft(newId<'PlanVersion'>(), number, content);
  const changes = [{ field: 'number', from: before.latestNumber, to: number }];
  const next = withDraft({ ...before, latestNumber: number }, changed);
  return { next, event: versionEvent('plan.begun', before, changed, changes) };
}

/** Puts the draft aside; what was decided stands. */
export function discardPlan(before: Plan, reason: string): Decision<NextPlan> | Refusal {
  const { draft } = before;
  if (before.endedOn !== null) return refuse('ended');
  if (draft === null) return refuse('noDraft');
  const changed = { ...draft, version: draft.version + 1, state: 'discarded' as const };
  const event = versionEvent('plan.discarded', before, changed, []);
  return { next: { plan: settled(before), changed }, event: { ...event, reason } };
}

export const decideRefusals = [
  'decidedInFuture',
  'validBeforeDecision',
  'validBeforeLatest',
  'reviewNotAhead',
  'reviewTooFar',
] as const;

/** Decides the draft: from then on it is frozen, and it is in force from its day. */
export function decidePlan(
  before: Plan,
  input: Deciding,
  ground: ContentGround,
  { today }: Circumstances,
): Decision<NextPlan> | Refusal {
  const { draft } = before;
  if (before.endedOn !== null) return refuse('ended');
  if (draft === null) return refuse('noDraft');
  const fault =
    contentFault(draft.content, ground) ??
    incompleteness(before.kind, draft.content) ??
    dayFault(input, before.latestDecided?.decision?.validFrom ?? null, today);
  if (fault !== null) return fault;
  const changed = { ...draft, version: draft.version + 1, state: 'decided' as const, decision: input };
  const changes = changesBetween(toldDecision(before.latestDecided?.decision ?? null), toldDecision(input));
  const plan = { ...settled(before), latestDecided: changed };
  return { next: { plan, changed }, event: versionEvent('plan.decided', before, changed, changes) };
}

/** Ends a plan whose system or activity is no more; it is then no longer measured. */
export function endPlan(
  before: Plan,
  reason: string,
  { today }: Circumstances,
): Decision<NextPlan> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  const plan = { ...before, version: before.version + 1, endedOn: today };
  const changes = [{ field: 'endedOn', from: null, to: today }];
  return { next: { plan, changed: null }, event: { kind: 'plan.ended', record: before.id, changes, reason } };
}

function dayFault(input: Deciding, latestFrom: string | null, today: string): Refusal | null {
  const { decidedOn, validFrom, nextReviewOn } = input;
  if (decidedOn > today) return refuse('decidedInFuture', { field: 'decidedOn' });
  if (validFrom < decidedOn) return refuse('validBeforeDecision', { field: 'validFrom' });
  if (latestFrom !== null && validFrom < latestFrom)
    return refuse('validBeforeLatest', { field: 'validFrom', parameters: { day: latestFrom } });
  if (nextReviewOn <= today || nextReviewOn <= validFrom)
    return refuse('reviewNotAhead', { field: 'nextReviewOn' });
  const last = addMonths(validFrom > today ? validFrom : today, longestReviewMonths);
  return nextReviewOn > last
    ? refuse('reviewTooFar', { field: 'nextReviewOn', parameters: { day: last } })
    : null;
}

function newDraft(id: PlanVersion['id'], number: number, content: PlanContent): PlanVersion {
  return { id, version: 1, number, state: 'draft', content, decision: null };
}

function withDraft(before: Plan, changed: PlanVersion): NextPlan {
  return { plan: { ...before, version: before.version + 1, draft: changed }, changed };
}

/** The plan when nothing is being written. */
function settled(before: Plan): Plan {
  return { ...before, version: before.version + 1, draft: null };
}

function versionEvent(
  kind: string,
  { id }: Plan,
  { id: versionId, number }: PlanVersion,
  changes: ReturnType<typeof changesBetween>,
) {
  return { kind, record: id, changes, data: { number }, touched: [`planVersion:${versionId}`] };
}

/** What the log is told of what a plan says. */
function toldContent(content: PlanContent): Record<string, Json> {
  return { ...content };
}

function toldDecision(decision: Deciding | null): Record<string, Json> {
  return {
    decidedBy: decision?.decidedBy ?? null,
    decidedOn: decision?.decidedOn ?? null,
    validFrom: decision?.validFrom ?? null,
    nextReviewOn: decision?.nextReviewOn ?? null,
  };
}

/** The system and the unit by which rights to a plan are judged. */
export function planKeys({ systemId, keyUnitId }: Pick<Plan, 'systemId' | 'keyUnitId'>) {
  return { record: systemId, unit: keyUnitId };
}
