import type { ScopeKeys } from '../../kernel/access.ts';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import type { Id, PersonId, UnitId } from '../../kernel/ids.ts';
import type { Office } from '../../kernel/offices.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, OrNull, Prose, SomeOf, type Static } from '../../kernel/schema.ts';
import { demandFields } from '../demand.ts';
import { secrecyProvisions } from '../information/vocabulary.ts';
import { RecordReference, toldReference } from '../record-reference.ts';
import { higherLevel, Risk, type RiskLevel, riskLevel } from '../risk.ts';

/** reported → decided (what is done, and when it is followed up) → closed. */
export const deviationStates = ['reported', 'decided', 'closed'] as const;
export type DeviationState = (typeof deviationStates)[number];

export const deviationFields = {
  title: Line(200),
  description: Prose(4000),
  ...demandFields,
  unitId: IdOf<'Unit'>(),
  discoveredOn: Day(),
  /** What was done at once. */
  handling: Prose(4000),
  /** Why it happened; empty until somebody knows. */
  cause: Prose(4000),
  risk: OrNull(Risk),
  secrecyProvisions: SomeOf(secrecyProvisions),
};
export const deviationInput = Fields(deviationFields);
export type DeviationInput = Static<typeof deviationInput>;

export const reportInput = Fields({ ...deviationFields, source: OrNull(RecordReference) });
export type ReportInput = Static<typeof reportInput>;

export interface Deviation extends ReportInput {
  readonly id: Id<'Deviation'>;
  readonly version: number;
  readonly reportedBy: PersonId | null;
  /** The highest risk that was ever set, also where it has been lowered since; null while nobody has judged. */
  readonly highestLevel: RiskLevel | null;
  readonly state: DeviationState;
  readonly decision: string;
  readonly decidedBy: PersonId | null;
  readonly decidedOn: string | null;
  readonly followUpOn: string | null;
  readonly outcome: string;
  readonly closedBy: PersonId | null;
  readonly closedOn: string | null;
}

/** What must be looked up before a description can be accepted, with the actor's own eyes. */
export interface DeviationSurroundings {
  readonly unitStands: boolean;
  readonly demandStands: boolean;
  readonly sourceSeen: boolean;
}

export const describeRefusals = ['unitUnknown', 'demandUnknown', 'oneDemand', 'discoveredInFuture'] as const;

/** Enters that the rules were not followed. Cause and risk can be said later. */
export function reportDeviation(
  input: ReportInput,
  around: DeviationSurroundings,
  circumstances: Circumstances,
): Decision<Deviation> | Refusal {
  if (!around.sourceSeen) return refuse('sourceUnknown', { field: 'source' });
  const fault = describeFault(input, around, circumstances.today);
  return fault ?? bornDeviation(input, circumstances);
}

/** A deviation that what is known makes by itself, such as an exception whose last day has passed. */
export function bornDeviation(input: ReportInput, { newId, actor }: Circumstances): Decision<Deviation> {
  const next: Deviation = {
    ...input,
    id: newId<'Deviation'>(),
    version: 1,
    reportedBy: actor.personId,
    highestLevel: levelOf(input.risk),
    state: 'reported',
    decision: '',
    decidedBy: null,
    decidedOn: null,
    followUpOn: null,
    outcome: '',
    closedBy: null,
    closedOn: null,
  };
  const source = toldReference(input.source);
  const changes = changesBetween(null, toldDeviation(next));
  const touched = source === null ? [] : [source];
  return { next, event: { kind: 'deviation.reported', record: next.id, changes, touched } };
}

/**
 * Says more, or otherwise, of what happened, why, and how bad it is. A risk can be lowered; that it once was higher is kept, since
 * it settles who closes the deviation.
 */
export function describeDeviation(
  before: Deviation,
  input: DeviationInput,
  around: Omit<DeviationSurroundings, 'sourceSeen'>,
  { today }: Circumstances,
): Decision<Deviation> | Refusal {
  const fault = stateFault(before, 'describe') ?? describeFault(input, around, today);
  const highestLevel = higherLevel(before.highestLevel, levelOf(input.risk));
  return fault ?? changed(before, { ...before, ...input, highestLevel }, 'deviation.described');
}

function describeFault(
  { clause, sentenceId, discoveredOn }: DeviationInput,
  around: Omit<DeviationSurroundings, 'sourceSeen'>,
  today: string,
): Refusal | null {
  if (!around.unitStands) return refuse('unitUnknown', { field: 'unitId' });
  if (clause !== null && sentenceId !== null) return refuse('oneDemand', { field: 'sentenceId' });
  if (!around.demandStands) return refuse('demandUnknown', { field: 'sentenceId' });
  return discoveredOn > today ? refuse('discoveredInFuture', { field: 'discoveredOn' }) : null;
}

/** In which states each step can be taken. */
export const deviationSteps = {
  describe: ['reported', 'decided'],
  decide: ['reported', 'decided'],
  close: ['decided'],
  reopen: ['closed'],
} as const satisfies Record<string, readonly DeviationState[]>;
export type DeviationStep = keyof typeof deviationSteps;

/** Why the step cannot be taken in the state the deviation is in; null when it can. */
export function stateFault({ state }: Pick<Deviation, 'state'>, step: DeviationStep): Refusal | null {
  const open: readonly DeviationState[] = deviationSteps[step];
  if (open.includes(state)) return null;
  return refuse(step === 'close' && state === 'reported' ? 'notDecided' : 'notInState');
}

/** The deviation after a step, with an event that tells what changed. */
export function changed(
  before: Deviation,
  after: Deviation,
  kind: string,
  reason: string | null = null,
): Decision<Deviation> | Refusal {
  const changes = changesBetween(toldDeviation(before), toldDeviation(after));
  if (changes.length === 0) return refuse('nothingChanged');
  const next = { ...after, version: before.version + 1 };
  return { next, event: { kind, record: before.id, changes, ...(reason === null ? {} : { reason }) } };
}

function toldDeviation(row: Deviation): Record<string, Json> {
  const { id: _id, version: _version, source, risk, ...fields } = row;
  return {
    ...fields,
    source: toldReference(source),
    consequence: risk?.consequence ?? null,
    likelihood: risk?.likelihood ?? null,
  };
}

/** By which rights to a deviation are judged: the unit it happened in, and who reported it. */
export function deviationKeys(row: {
  readonly unitId: UnitId;
  readonly reportedBy?: PersonId | null;
}): ScopeKeys {
  return { unit: row.unitId, person: row.reportedBy ?? null };
}

function levelOf(risk: Risk | null): RiskLevel | null {
  return risk === null ? null : riskLevel(risk);
}

/**
 * The offices that may close it, besides the coordinator: whoever leads the unit where the risk is low or medium, and never was
 * more. A greater risk is not for those who live with it to call finished, nor to make small first and then call finished.
 */
export function closingOffices({
  risk,
  highestLevel,
}: Pick<Deviation, 'risk' | 'highestLevel'>): readonly Office[] {
  const level = risk === null ? 'extreme' : higherLevel(highestLevel, riskLevel(risk));
  const wide: readonly Office[] = ['informationSecurityCoordinator', 'municipalDirector'];
  return level === 'low' || level === 'medium' ? [...wide, 'manager', 'departmentHead'] : wide;
}
