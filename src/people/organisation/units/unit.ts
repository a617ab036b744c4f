import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween, type Json } from '../../../kernel/audit/canonical.ts';
import type { BodyId, EntityId, UnitId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, OneOf, OrNull, SomeOf, type Static } from '../../../kernel/schema.ts';
import { type Carrier, carriers } from '../../../registers/information/vocabulary.ts';
import {
  endRow,
  type EndInput,
  type OrganisationRow,
  periodFault,
  periodFields,
  proposalField,
  stepRefusal,
} from '../row.ts';

/** The policy's "enhet, process eller projekt": whatever holds information and has somebody who answers for it. */
export const unitKinds = ['unit', 'process', 'project'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** What a person says about a unit. Its place in the tree changes only by a reorganisation. */
export const unitInput = Fields({
  kind: OneOf(unitKinds),
  name: Line(200),
  bodyId: OrNull(IdOf<'Body'>()),
  from: Day(),
});
export const unitRegisterInput = Fields({
  entityId: IdOf<'Entity'>(),
  parentId: OrNull(IdOf<'Unit'>()),
  ...unitInput.properties,
  ...periodFields,
  ...proposalField,
});
export const carriersInput = Fields({ held: SomeOf(carriers), none: SomeOf(carriers) });
export type UnitInput = Static<typeof unitInput>;

/** A row of the register. */
export interface Unit extends OrganisationRow {
  readonly id: UnitId;
  readonly kind: UnitKind;
  readonly entityId: EntityId;
  readonly bodyId: BodyId | null;
  readonly parentId: UnitId | null;
  /** Where its people and records went when it ended. */
  readonly successorId: UnitId | null;
  /** P20: the carriers of information it says it holds, and those it says it holds none of. */
  readonly carriersHeld: readonly Carrier[];
  readonly carriersNone: readonly Carrier[];
  /** The day every carrier had an answer; null until then. */
  readonly carriersDeclaredOn: string | null;
}

/** What must be looked up before a description can be accepted. */
export interface UnitSurroundings {
  /** The entity has not ended. */
  readonly entityStands: boolean;
  /** The body is of the same entity and has not ended; true when none is named. */
  readonly bodyFits: boolean;
  /** The unit above, or null when none is named or none is found. */
  readonly parent: Pick<Unit, 'entityId' | 'from' | 'until'> | null;
  /** Another unit beside it has its name. */
  readonly nameTaken: boolean;
}

export const describeRefusals = ['bodyUnknown', 'periodReversed', 'nameTaken'] as const;
export const registerRefusals = [
  ...describeRefusals,
  'entityUnknown',
  'parentUnknown',
  'parentInOtherEntity',
  'beforeParent',
  'outlivesParent',
] as const;

/** Enters a unit, a process or a project under another, or at the top of its entity. */
export function registerUnit(
  input: Static<typeof unitRegisterInput>,
  around: UnitSurroundings,
  circumstances: Circumstances,
): Decision<Unit> | Refusal {
  const fault = periodFault(input) ?? placeFault(input, around) ?? descriptionFault(around);
  if (fault !== null) return fault;
  const { toConfirm = false, ...placed } = input;
  const next: Unit = {
    ...placed,
    id: circumstances.newId<'Unit'>(),
    version: 1,
    name: input.name.trim(),
    successorId: null,
    carriersHeld: [],
    carriersNone: [],
    carriersDeclaredOn: null,
    toConfirm,
  };
  return {
    next,
    event: { kind: 'unit.registered', record: next.id, changes: changesBetween(null, told(next)) },
  };
}

/** Says something else about it. Whoever corrects a proposed row has confirmed it. */
export function describeUnit(
  before: Unit,
  input: UnitInput,
  around: UnitSurroundings,
  { today }: Circumstances,
): Decision<Unit> | Refusal {
  const ended = stepRefusal('describe', before, today);
  if (ended !== null) return refuse(ended);
  const fault = periodFault({ from: input.from, until: before.until }) ?? descriptionFault(around);
  if (fault !== null) return fault;
  if (around.parent !== null && input.from < around.parent.from)
    return refuse('beforeParent', { field: 'from' });
  const next = {
    ...before,
    ...input,
    name: input.name.trim(),
    toConfirm: false,
    version: before.version + 1,
  };
  const changes = changesBetween(told(before), told(next));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'unit.described', record: next.id, changes } };
}

/** P20: is there an answer for every carrier? "All information omfattas, oavsett form." */
export function carriersAnswered(declared: { held: readonly Carrier[]; none: readonly Carrier[] }): boolean {
  return carriers.every((carrier) => declared.held.includes(carrier) || declared.none.includes(carrier));
}

/** Says which carriers of information the unit holds, and which it holds none of. Half an answer is kept, undated. */
export function declareCarriers(
  before: Unit,
  input: Static<typeof carriersInput>,
  { today }: Circumstances,
): Decision<Unit> | Refusal {
  const ended = stepRefusal('describe', before, today);
  if (ended !== null) return refuse(ended);
  if (input.held.some((carrier) => input.none.includes(carrier)))
    return refuse('carrierBothWays', { field: 'none' });
  const next = {
    ...before,
    carriersHeld: carriers.filter((carrier) => input.held.includes(carrier)),
    carriersNone: carriers.filter((carrier) => input.none.includes(carrier)),
    carriersDeclaredOn: carriersAnswered(input) ? today : null,
    version: before.version + 1,
  };
  const changes = changesBetween(declaration(before), declaration(next));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'unit.carriersDeclared', record: next.id, changes } };
}

/** Codes that ending a unit may be refused with. */
export const endRefusals = [
  'ended',
  'endsBeforeStart',
  'nothingChanged',
  'subunitsLeft',
  'recordsLeft',
] as const;

/** What hangs on a unit that is to end. */
export interface UnitEnding {
  readonly unit: Unit;
  /** Units below it that outlive the day. */
  readonly subunits: number;
  /** Records of other registers that would be left behind, `register:id`. */
  readonly left: readonly string[];
  /** Records that end with it: the appointments to it. */
  readonly endsWithIt: readonly string[];
}

/** Ends a unit that nothing hangs on but appointments, which end with it. Anything else calls for a reorganisation. */
export function endUnit(
  ground: UnitEnding,
  input: EndInput,
  circumstances: Circumstances,
): Decision<Unit> | Refusal {
  if (ground.subunits > 0)
    return refuse('subunitsLeft', { parameters: { name: ground.unit.name, count: ground.subunits } });
  if (ground.left.length > 0) {
    return refuse('recordsLeft', { parameters: { name: ground.unit.name, count: ground.left.length } });
  }
  const decided = endRow('unit', ground.unit, input, circumstances);
  if ('refused' in decided) return decided;
  return { ...decided, event: { ...decided.event, touched: ground.endsWithIt } };
}

function descriptionFault(around: UnitSurroundings): Refusal | null {
  if (!around.bodyFits) return refuse('bodyUnknown', { field: 'bodyId' });
  return around.nameTaken ? refuse('nameTaken', { field: 'name' }) : null;
}

function placeFault(input: Static<typeof unitRegisterInput>, around: UnitSurroundings): Refusal | null {
  if (!around.entityStands) return refuse('entityUnknown', { field: 'entityId' });
  if (input.parentId === null) return null;
  if (around.parent === null) return refuse('parentUnknown', { field: 'parentId' });
  if (around.parent.entityId !== input.entityId) return refuse('parentInOtherEntity', { field: 'parentId' });
  if (input.from < around.parent.from) return refuse('beforeParent', { field: 'from' });
  return outlives(input, around.parent) ? refuse('outlivesParent', { field: 'until' }) : null;
}

/** Would a unit still stand when the one above it has ended? */
export function outlives(unit: { until: string | null }, parent: { until: string | null }): boolean {
  return parent.until !== null && (unit.until === null || unit.until > parent.until);
}

function declaration(row: Unit): Record<string, Json> {
  return { held: row.carriersHeld, none: row.carriersNone, declaredOn: row.carriersDeclaredOn };
}

/** The fields of a row that the log tells of. */
export function told(row: Unit): Record<string, Json> {
  return {
    kind: row.kind,
    name: row.name,
    entityId: row.entityId,
    bodyId: row.bodyId,
    parentId: row.parentId,
    from: row.from,
    until: row.until,
    successorId: row.successorId,
    toConfirm: row.toConfirm,
  };
}

/** The keys by which rights to a row are limited (see access.ts). */
export function unitKeys(id: string) {
  return { record: id, unit: id };
}
