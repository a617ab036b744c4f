import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId, type UnitId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { standingOn } from '../row.ts';
import type { PlanStep } from './plan.ts';
import { type Outcome, workOut, wouldMakeCycle } from './reorganisation.ts';
import type { Unit } from './unit.ts';

const entity = newId<'Entity'>();
const nobody = newId<'Unit'>();

function unit(name: string, parentId: UnitId | null): Unit {
  return {
    id: newId<'Unit'>(),
    version: 1,
    kind: 'unit',
    name,
    entityId: entity,
    bodyId: null,
    parentId,
    from: '2020-01-01',
    until: null,
    successorId: null,
    carriersHeld: [],
    carriersNone: [],
    carriersDeclaredOn: null,
    toConfirm: false,
  };
}

const part = (name: string, ...subunits: UnitId[]) => ({ name, kind: 'unit' as const, subunits });

describe('whatever is done', () => {
  const index = fc.nat({ max: 30 });
  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('merge' as const), a: index, b: index }),
      fc.record({ kind: fc.constant('split' as const), a: index, b: index }),
      fc.record({ kind: fc.constant('move' as const), a: index, b: fc.option(index) }),
      fc.record({ kind: fc.constant('end' as const), a: index, b: fc.option(index) }),
    ),
    { minLength: 1, maxLength: 4 },
  );
  const world = fc.record({
    parents: fc.array(fc.option(fc.nat(), { freq: 6 }), { minLength: 2, maxLength: 12 }),
    plans: fc.array(steps, { minLength: 1, maxLength: 8 }),
    records: fc.array(index, { minLength: 1, maxLength: 20 }),
  });

  it('makes no circle, loses no unit, and leaves every record with a unit that stands', () => {
    let carriedOut = 0;
    fc.assert(
      fc.property(world, ({ parents, plans, records }) => {
        let units = randomTree(parents);
        const ids = [...units.keys()];
        let homes = records.map((nth) => ids[nth % ids.length] ?? nobody);
        for (const [turn, wanted] of plans.entries()) {
          const known = [...units.keys()];
          // Each plan a day later than the one before, so that its new units have begun.
          const day = new Date(Date.UTC(2026, 10, 23 + turn)).toISOString().slice(0, 10);
          const given = { effectiveOn: day, steps: wanted.map((step) => toStep(step, known, units, turn)) };
          const outcome = workOut(units, given, day, () => newId<'Unit'>());
          if (isRefusal(outcome)) continue;
          if (outcome.ended.some(({ unit: row, to }) => to === null && homes.includes(row.id))) continue; // recordsLeft
          carriedOut++;
          const next = applied(units, outcome);
          homes = homes.map((id) => outcome.ended.find((one) => one.unit.id === id)?.to?.id ?? id);
          check(units, next, homes, outcome, day);
          units = next;
        }
      }),
      { numRuns: 400 },
    );
    expect(carriedOut).toBeGreaterThan(150);
  });

  function randomTree(parents: readonly (number | null)[]): ReadonlyMap<UnitId, Unit> {
    const units: Unit[] = [];
    for (const [nth, parent] of parents.entries()) {
      const above = parent === null || nth === 0 ? null : (units[parent % nth]?.id ?? null);
      units.push(unit(`Enhet ${nth}`, above));
    }
    return new Map(units.map((one) => [one.id, one]));
  }

  function toStep(
    step: { kind: PlanStep['kind']; a: number; b: number | null },
    known: readonly UnitId[],
    units: ReadonlyMap<UnitId, Unit>,
    turn: number,
  ): PlanStep {
    const pick = (nth: number) => known[nth % known.length] ?? nobody;
    const unitId = pick(step.a);
    const other = step.b === null ? null : pick(step.b);
    switch (step.kind) {
      case 'merge':
        return { kind: 'merge', unitId, intoId: other ?? unitId };
      case 'move':
        return { kind: 'move', unitId, parentId: other };
      case 'end':
        return { kind: 'end', unitId, recordsTo: other };
      case 'split': {
        const below = [...units.values()].filter((one) => one.parentId === unitId && one.until === null);
        const taken = below.filter((_, nth) => (nth + (step.b ?? 0)) % 2 === 0).map((one) => one.id);
        const names = [`Del ${turn}.${step.a}.1`, `Del ${turn}.${step.a}.2`];
        return { kind: 'split', unitId, parts: [part(names[0] ?? ''), part(names[1] ?? '', ...taken)] };
      }
    }
  }

  function applied(units: ReadonlyMap<UnitId, Unit>, outcome: Outcome): ReadonlyMap<UnitId, Unit> {
    const next = new Map(units);
    for (const { after: row } of outcome.changed) next.set(row.id, row);
    for (const row of outcome.created) next.set(row.id, row);
    return next;
  }

  function check(
    before: ReadonlyMap<UnitId, Unit>,
    next: ReadonlyMap<UnitId, Unit>,
    homes: readonly UnitId[],
    outcome: Outcome,
    day: string,
  ): void {
    for (const row of next.values()) {
      expect(wouldMakeCycle(next, row.id, row.parentId), `a circle at ${row.name}`).toBe(false);
      if (standingOn(row, day) !== 'standing') continue;
      const parent = row.parentId === null ? null : next.get(row.parentId);
      if (parent !== null) expect(parent && standingOn(parent, day), `above ${row.name}`).toBe('standing');
    }
    for (const id of before.keys()) expect(next.has(id)).toBe(true);
    expect(next.size).toBe(before.size + outcome.created.length);
    for (const id of homes) {
      const row = next.get(id);
      expect(row && standingOn(row, day)).toBe('standing');
    }
  }
});
