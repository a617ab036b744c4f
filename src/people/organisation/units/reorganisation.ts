import type { UnitId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { dayBefore } from '../row.ts';
import type { Plan, PlanStep, StepOf } from './plan.ts';
import { outlives, type Unit } from './unit.ts';

/** What a plan comes to: the rows as they will be, and where the records of those that end go. */
export interface Outcome {
  /** Every unit that changes, as it was and as it will be (one version on), in the order the steps touch them. */
  readonly changed: readonly { readonly before: Unit; readonly after: Unit }[];
  readonly created: readonly Unit[];
  readonly ended: readonly EndedUnit[];
}

export interface EndedUnit {
  readonly unit: Unit;
  /** The unit that stands in the end and takes over; null when the records of the last in the chain go nowhere. */
  readonly to: Unit | null;
}

/** The tree while a plan is worked out. Rows are replaced, never changed. */
interface Work {
  readonly start: ReadonlyMap<UnitId, Unit>;
  readonly units: Map<UnitId, Unit>;
  readonly order: UnitId[];
  readonly created: UnitId[];
  readonly successors: Map<UnitId, UnitId | null>;
  readonly effectiveOn: string;
  readonly today: string;
  newId(): UnitId;
}

/** Works a plan out on the tree as it stands. Pure: the preview and the decision are this one function. */
export function workOut(
  tree: ReadonlyMap<UnitId, Unit>,
  plan: Plan,
  today: string,
  newId: () => UnitId,
): Outcome | Refusal {
  // Records move when the decision is carried out, so the new order cannot begin later than that.
  if (plan.effectiveOn > today) return refuse('notYet', { field: 'effectiveOn' });
  const work: Work = {
    start: tree,
    units: new Map(tree),
    order: [],
    created: [],
    successors: new Map(),
    effectiveOn: plan.effectiveOn,
    today,
    newId,
  };
  for (const [index, step] of plan.steps.entries()) {
    const fault = takeStep(work, step, `steps.${index}`);
    if (fault !== null) return fault;
  }
  return outcome(work);
}

function takeStep(work: Work, step: PlanStep, field: string): Refusal | null {
  const unit = source(work, step, field);
  if ('refused' in unit) return unit;
  switch (step.kind) {
    case 'merge':
      return merge(work, unit, step, field);
    case 'split':
      return split(work, unit, step, field);
    case 'move':
      return move(work, unit, step, field);
    case 'end':
      return end(work, unit, step, field);
  }
}

/** The unit a step is about: it stands now, and stood the day before the new order, so that it has a last day. */
function source(work: Work, step: PlanStep, field: string): Unit | Refusal {
  const at = `${field}.unitId`;
  const unit = work.units.get(step.unitId);
  if (unit === undefined) return refuse('unitUnknown', { field: at });
  const parameters = { name: unit.name };
  if (work.successors.has(unit.id) || hasEnded(work, unit))
    return refuse('unitEnded', { field: at, parameters });
  if (step.kind !== 'move' && unit.from >= work.effectiveOn)
    return refuse('notBegun', { field: at, parameters });
  return unit;
}

function hasEnded(work: Work, unit: Unit): boolean {
  return unit.until !== null && (unit.until < work.today || unit.until < work.effectiveOn);
}

/** The unit something is put into or under: it stands, in the same entity, and is neither the unit nor below it. */
function target(work: Work, unit: Unit, id: UnitId, field: string): Unit | Refusal {
  if (id === unit.id) return refuse('intoItself', { field, parameters: { name: unit.name } });
  const found = work.units.get(id);
  if (found === undefined) return refuse('unitUnknown', { field });
  const parameters = { name: found.name };
  if (work.successors.has(id) || hasEnded(work, found)) return refuse('unitEnded', { field, parameters });
  if (found.from > work.effectiveOn) return refuse('notBegun', { field, parameters });
  if (found.entityId !== unit.entityId) return refuse('otherEntity', { field, parameters });
  if (wouldMakeCycle(work.units, unit.id, id)) return refuse('wouldMakeCycle', { field, parameters });
  return found;
}

/** Would the unit come to lie below itself, if it were put under `parentId`? */
export function wouldMakeCycle(
  units: ReadonlyMap<UnitId, { readonly parentId: UnitId | null }>,
  id: UnitId,
  parentId: UnitId | null,
): boolean {
  const seen = new Set<UnitId>();
  for (let above = parentId; above !== null; above = units.get(above)?.parentId ?? null) {
    // A circle that is already there is no place to be put in either.
    if (above === id || seen.has(above)) return true;
    seen.add(above);
  }
  return false;
}

function merge(work: Work, unit: Unit, step: StepOf<'merge'>, field: string): Refusal | null {
  const into = target(work, unit, step.intoId, `${field}.intoId`);
  if ('refused' in into) return into;
  close(work, unit, into.id);
  return putAllUnder(work, subunits(work, unit.id), into.id, `${field}.intoId`);
}

function split(work: Work, unit: Unit, step: StepOf<'split'>, field: string): Refusal | null {
  const below = subunits(work, unit.id);
  const named = step.parts.flatMap((part) => part.subunits);
  const strange = named.find((id) => !below.some((one) => one.id === id));
  if (strange !== undefined)
    return refuse('notASubunit', { field: `${field}.parts`, parameters: { name: unit.name } });
  if (new Set(named).size < named.length) return refuse('subunitTwice', { field: `${field}.parts` });
  const ids = step.parts.map(() => work.newId());
  close(work, unit, ids[0] ?? null);
  for (const [index, part] of step.parts.entries()) {
    const id = ids[index] ?? work.newId(); // one was made for each part
    const at = `${field}.parts.${index}.name`;
    const name = part.name.trim();
    if (nameTaken(work, { id, name, entityId: unit.entityId, parentId: unit.parentId })) {
      return refuse('nameTaken', { field: at, parameters: { name } });
    }
    work.created.push(id);
    work.units.set(id, newPart(unit, id, name, part.kind, work.effectiveOn));
    const mine = below.filter(
      (one) => part.subunits.includes(one.id) || (index === 0 && !named.includes(one.id)),
    );
    const fault = putAllUnder(work, mine, id, at);
    if (fault !== null) return fault;
  }
  return null;
}

function newPart(unit: Unit, id: UnitId, name: string, kind: Unit['kind'], from: string): Unit {
  const undeclared = { carriersHeld: [], carriersNone: [], carriersDeclaredOn: null };
  return { ...unit, ...undeclared, id, version: 1, name, kind, from, successorId: null, toConfirm: false };
}

function move(work: Work, unit: Unit, step: StepOf<'move'>, field: string): Refusal | null {
  if (unit.parentId === step.parentId) {
    return refuse('alreadyThere', { field: `${field}.parentId`, parameters: { name: unit.name } });
  }
  if (step.parentId !== null) {
    const parent = target(work, unit, step.parentId, `${field}.parentId`);
    if ('refused' in parent) return parent;
  }
  return putAllUnder(work, [unit], step.parentId, `${field}.parentId`);
}

function end(work: Work, unit: Unit, step: StepOf<'end'>, field: string): Refusal | null {
  const below = subunits(work, unit.id);
  if (below.length > 0) {
    const parameters = { name: unit.name, count: below.length };
    return refuse('subunitsLeft', { field: `${field}.unitId`, parameters });
  }
  if (step.recordsTo !== null) {
    const to = target(work, unit, step.recordsTo, `${field}.recordsTo`);
    if ('refused' in to) return to;
  }
  close(work, unit, step.recordsTo);
  return null;
}

/** Ends a unit the day before the new order. Its successor is what the step says; the chain is followed at the end. */
function close(work: Work, unit: Unit, successorId: UnitId | null): void {
  work.successors.set(unit.id, successorId);
  put(work, { ...unit, until: dayBefore(work.effectiveOn), successorId });
}

function putAllUnder(
  work: Work,
  units: readonly Unit[],
  parentId: UnitId | null,
  field: string,
): Refusal | null {
  const parent = parentId === null ? undefined : work.units.get(parentId);
  for (const unit of units) {
    const parameters = { name: unit.name };
    if (parent !== undefined && outlives(unit, parent))
      return refuse('outlivesParent', { field, parameters });
    if (nameTaken(work, { ...unit, parentId })) return refuse('nameTaken', { field, parameters });
    put(work, { ...unit, parentId });
  }
  return null;
}

function put(work: Work, unit: Unit): void {
  work.units.set(unit.id, unit);
  if (work.start.has(unit.id) && !work.order.includes(unit.id)) work.order.push(unit.id);
}

/** The units directly below that have not ended. Those that have, stay where they were. */
function subunits(work: Work, id: UnitId): Unit[] {
  return [...work.units.values()].filter(
    (one) => one.parentId === id && !work.successors.has(one.id) && !hasEnded(work, one),
  );
}

/** Does another unit that has no end bear the name at that place? The same rule as the index `unit_name`, and at the top too. */
function nameTaken(work: Work, unit: Pick<Unit, 'id' | 'name' | 'entityId' | 'parentId'>): boolean {
  const name = unit.name.toLowerCase();
  return [...work.units.values()].some(
    (one) =>
      one.id !== unit.id &&
      one.parentId === unit.parentId &&
      one.entityId === unit.entityId &&
      one.until === null &&
      one.name.toLowerCase() === name,
  );
}

function outcome(work: Work): Outcome {
  const standing = (id: UnitId | null): Unit | null => {
    let last = id;
    // Ended units are never a target, so the chain has no circle.
    while (last !== null && work.successors.has(last)) last = work.successors.get(last) ?? null;
    return last === null ? null : (work.units.get(last) ?? null);
  };
  const changed = work.order.flatMap((id) => {
    const before = work.start.get(id);
    const after = work.units.get(id);
    if (before === undefined || after === undefined) return [];
    return [{ before, after: { ...after, version: before.version + 1 } }];
  });
  const ended = [...work.successors].flatMap(([id, to]) => {
    const unit = work.units.get(id);
    return unit === undefined ? [] : [{ unit, to: standing(to) }];
  });
  return { changed, created: work.created.flatMap((id) => work.units.get(id) ?? []), ended };
}
