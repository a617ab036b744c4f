import { action, type Circumstances, type Decision } from '../../../kernel/action.ts';
import { changesBetween, type Json } from '../../../kernel/audit/canonical.ts';
import { decisionRefusals, readDecision } from '../../../kernel/decision-reference.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { type Refusal, refuse, isRefusal } from '../../../kernel/refusal.ts';
import type { Static } from '../../../kernel/schema.ts';
import { dayBefore } from '../row.ts';
import { type Attached, attachedTo, followAll, type UnitFollowers } from './followers.ts';
import { planRefusals, reorganiseInput } from './plan.ts';
import { type Outcome, workOut } from './reorganisation.ts';
import { unitAccess } from './unit.access.ts';
import { lockTree, readTree, saveReorganisation } from './unit.store.ts';
import { told, type Unit } from './unit.ts';

type Input = Static<typeof reorganiseInput>;

/** What a reorganisation is decided on: the whole tree, and what hangs on the units that are to end. */
export interface Ground {
  readonly tree: ReadonlyMap<UnitId, Unit>;
  readonly attached: Attached;
}

/** One decision for all steps: either every unit, record and appointment follows, or nothing happens. */
export function reorganiseAction(followers: UnitFollowers) {
  return action({
    name: 'unit.reorganise',
    on: 'register',
    permission: unitAccess.reorganise,
    readable: unitAccess.read,
    input: reorganiseInput,
    refusals: [...planRefusals, ...decisionRefusals, 'informationNameTaken'],
    // What follows a unit into another may find its namesake there.
    constraints: { unit_name: 'nameTaken', information_name: 'informationNameTaken' },
    load: async (transaction, { input, scope }) => {
      await lockTree(transaction);
      const tree = await readTree(transaction, scope);
      const ending = input.steps.filter((step) => step.kind !== 'move').map((step) => step.unitId);
      const lastDay = dayBefore(input.effectiveOn);
      return {
        tree,
        lastDay,
        attached: await attachedTo(transaction, followers, [...new Set(ending)], lastDay),
      };
    },
    // Only who reaches everything: units of any part of the tree may be named.
    keys: () => ({}),
    decide: decideReorganisation,
    save: async (transaction, { lastDay }, next, stamp) => {
      await saveReorganisation(transaction, next, stamp);
      await followAll(transaction, followers, next.ended, lastDay, stamp);
      return {
        changed: next.changed.map(({ after }) => after.id),
        created: next.created.map((unit) => ({ id: unit.id, name: unit.name })),
      };
    },
  });
}

/** Pure. Refuses when a unit has changed since the preview, or when records would be left without a unit. */
export function decideReorganisation(
  ground: Ground,
  input: Input,
  circumstances: Circumstances,
): Decision<Outcome> | Refusal {
  const decision = readDecision(input.decision, circumstances.today);
  if (isRefusal(decision)) return decision;
  const outcome = workOut(ground.tree, input, circumstances.today, () => circumstances.newId<'Unit'>());
  if (isRefusal(outcome)) return outcome;
  const seen = new Map(input.seen.map((one) => [one.unitId, one.version]));
  const moved = outcome.changed.filter(({ before }) => seen.get(before.id) !== before.version);
  if (moved.length > 0) return refuse('versionMoved', { current: moved.map(({ before }) => before) });
  const orphans = orphaned(outcome, ground.attached);
  if (orphans !== null) return orphans;
  const touched = [
    ...[...outcome.changed.map(({ after }) => after), ...outcome.created].map((unit) => `unit:${unit.id}`),
    ...outcome.ended.flatMap(({ unit }) => ground.attached.moving.get(unit.id) ?? []),
    ...ground.attached.ending,
  ];
  const plan: Json = { effectiveOn: input.effectiveOn, steps: input.steps };
  const created = outcome.created.map(({ id, name }) => ({ id, name }));
  const data: Json = { plan, decision, created, ...tellUnits(outcome) };
  return {
    next: outcome,
    event: { kind: 'unit.reorganised', record: null, data, reason: input.reason, touched },
  };
}

/** Every unit field by field, and for the records that were touched: from which unit they went to which. */
function tellUnits({ changed, created, ended }: Outcome): { units: Json; followed: Json } {
  const units = [
    ...changed.map(({ before, after }) => ({ id: after.id, was: told(before), is: told(after) })),
    ...created.map((unit) => ({ id: unit.id, was: null, is: told(unit) })),
  ];
  return {
    units: units.map(({ id, was, is }) => ({
      id,
      changes: changesBetween(was, is).map(({ field, from, to }) => ({ field, from, to })),
    })),
    followed: ended.flatMap(({ unit, to }) => (to === null ? [] : [{ from: unit.id, to: to.id }])),
  };
}

/** Records of a unit that ends with nobody to take them over. */
function orphaned(outcome: Outcome, attached: Attached): Refusal | null {
  for (const { unit, to } of outcome.ended) {
    const left = attached.moving.get(unit.id) ?? [];
    if (to === null && left.length > 0) {
      return refuse('recordsLeft', { field: 'steps', parameters: { name: unit.name, count: left.length } });
    }
  }
  return null;
}
