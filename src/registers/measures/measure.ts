import type { ScopeKeys } from '../../kernel/access.ts';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, OneOf, OrNull, Prose, SomeOf, type Static } from '../../kernel/schema.ts';
import { Type } from 'typebox';
import { secrecyProvisions } from '../information/vocabulary.ts';
import { RecordReference, toldReference } from '../record-reference.ts';

/** planned → ongoing → done → judged (its effect is seen), or dropped on the way. */
export const measureStates = ['planned', 'ongoing', 'done', 'judged', 'dropped'] as const;
export type MeasureState = (typeof measureStates)[number];

/** Has it money and people: nobody has said, the unit's own budget is enough, or somebody has decided. */
export const resourceAnswers = ['undecided', 'withinBudget', 'allocated'] as const;
export type ResourceAnswer = (typeof resourceAnswers)[number];

/** What was seen of the effect when it was done. */
export const effects = ['achieved', 'partly', 'none'] as const;
export type Effect = (typeof effects)[number];

/** Offices that can own a measure: of its unit, or of the whole municipality. */
export const owningOffices = [
  'manager',
  'departmentHead',
  'municipalDirector',
  'informationSecurityCoordinator',
  'securityCoordinator',
  'itManager',
] as const;
export type OwningOffice = (typeof owningOffices)[number];

/** A thousand million kronor: what is more is a slip of the finger. */
const mostKronor = 1_000_000_000;

export const measureFields = {
  title: Line(200),
  description: Prose(4000),
  unitId: IdOf<'Unit'>(),
  ownerPersonId: OrNull(IdOf<'Person'>()),
  ownerOffice: OrNull(OneOf(owningOffices)),
  dueOn: Day(),
  /** Estimated, in kronor; null where nobody has estimated it. */
  cost: OrNull(Type.Integer({ minimum: 0, maximum: mostKronor })),
  secrecyProvisions: SomeOf(secrecyProvisions),
};
export const measureInput = Fields(measureFields);
export type MeasureInput = Static<typeof measureInput>;

export const registerInput = Fields({
  ...measureFields,
  /** The record it comes from, and the clause that found something; both null when it stands by itself. */
  source: OrNull(RecordReference),
  clause: OrNull(Type.String({ pattern: '^P[0-4][0-9]$' })),
});
export type RegisterInput = Static<typeof registerInput>;

export interface Measure extends RegisterInput {
  readonly id: Id<'Measure'>;
  readonly version: number;
  readonly state: MeasureState;
  readonly resources: ResourceAnswer;
  readonly resourceDecision: string;
  readonly resourcesOn: string | null;
  readonly doneOn: string | null;
  readonly effect: Effect | null;
  readonly effectSeen: string;
  readonly effectOn: string | null;
  readonly effectBy: PersonId | null;
}

/** What must be looked up before a description can be accepted, with the actor's own eyes. */
export interface MeasureSurroundings {
  readonly unitStands: boolean;
  /** The person works here today; true where none is named. */
  readonly personHere: boolean;
  /** The source is there and the actor may see it; true where there is none. */
  readonly sourceSeen: boolean;
}

export const describeRefusals = ['unitUnknown', 'ownerMissing', 'personUnknown', 'dueNotAhead'] as const;

/** Enters something to be done. Its source is a pointer: what happens to it there changes nothing here. */
export function registerMeasure(
  input: RegisterInput,
  around: MeasureSurroundings,
  { newId, today }: Circumstances,
): Decision<Measure> | Refusal {
  if (!around.sourceSeen) return refuse('sourceUnknown', { field: 'source' });
  const fault = describeFault(input, around) ?? dueFault(input.dueOn, today);
  if (fault !== null) return fault;
  const next: Measure = {
    ...input,
    id: newId<'Measure'>(),
    version: 1,
    state: 'planned',
    resources: 'undecided',
    resourceDecision: '',
    resourcesOn: null,
    doneOn: null,
    effect: null,
    effectSeen: '',
    effectOn: null,
    effectBy: null,
  };
  const touched = sourceTouched(input);
  return {
    next,
    event: {
      kind: 'measure.registered',
      record: next.id,
      changes: changesBetween(null, toldMeasure(next)),
      touched,
    },
  };
}

/** Changes what is to be done, who does it, by when, or what it costs. */
export function describeMeasure(
  before: Measure,
  input: MeasureInput,
  around: Omit<MeasureSurroundings, 'sourceSeen'>,
  { today }: Circumstances,
): Decision<Measure> | Refusal {
  const closed = stateFault(before, 'describe');
  if (closed !== null) return closed;
  const moved = input.dueOn !== before.dueOn;
  const fault = describeFault(input, around) ?? (moved ? dueFault(input.dueOn, today) : null);
  if (fault !== null) return fault;
  return changed(before, { ...before, ...input }, 'measure.described');
}

function describeFault(
  { ownerPersonId, ownerOffice }: MeasureInput,
  { unitStands, personHere }: Omit<MeasureSurroundings, 'sourceSeen'>,
): Refusal | null {
  if (!unitStands) return refuse('unitUnknown', { field: 'unitId' });
  if ((ownerPersonId === null) === (ownerOffice === null))
    return refuse('ownerMissing', { field: 'ownerPersonId' });
  return personHere ? null : refuse('personUnknown', { field: 'ownerPersonId' });
}

function dueFault(dueOn: string, today: string): Refusal | null {
  return dueOn < today ? refuse('dueNotAhead', { field: 'dueOn' }) : null;
}

function sourceTouched({ source }: RegisterInput): string[] {
  const told = toldReference(source);
  return told === null ? [] : [told];
}

/** In which states each step can be taken; the pages ask and compare none of their own. */
export const measureSteps = {
  describe: ['planned', 'ongoing'],
  allocate: ['planned', 'ongoing'],
  start: ['planned'],
  finish: ['planned', 'ongoing'],
  judge: ['done'],
  drop: ['planned', 'ongoing'],
  reopen: ['done', 'judged', 'dropped'],
  note: ['planned', 'ongoing', 'done'],
} as const satisfies Record<string, readonly MeasureState[]>;
export type MeasureStep = keyof typeof measureSteps;

/** Why the step cannot be taken in the state the measure is in; null when it can. */
export function stateFault({ state }: Pick<Measure, 'state'>, step: MeasureStep): Refusal | null {
  const open: readonly MeasureState[] = measureSteps[step];
  return open.includes(state) ? null : refuse(step === 'judge' ? 'notDone' : 'notInState');
}

/** The measure after a step, with an event that tells what changed. */
export function changed(
  before: Measure,
  after: Measure,
  kind: string,
  reason: string | null = null,
): Decision<Measure> | Refusal {
  const changes = changesBetween(toldMeasure(before), toldMeasure(after));
  if (changes.length === 0) return refuse('nothingChanged');
  const next = { ...after, version: before.version + 1 };
  return { next, event: { kind, record: before.id, changes, ...(reason === null ? {} : { reason }) } };
}

function toldMeasure(row: Measure): Record<string, Json> {
  const { id: _id, version: _version, source, ...fields } = row;
  return { ...fields, source: toldReference(source) };
}

/** By which rights to a measure are judged: the unit, and the person who owns it. */
export function measureKeys({ unitId, ownerPersonId }: Pick<Measure, 'unitId' | 'ownerPersonId'>): ScopeKeys {
  return { unit: unitId, person: ownerPersonId };
}

/** Is there still something to do? */
export function isOpen({ state }: { readonly state: MeasureState }): boolean {
  return state === 'planned' || state === 'ongoing';
}
