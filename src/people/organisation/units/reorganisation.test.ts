import { describe, expect, it } from 'vitest';
import { newId, type UnitId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Plan, PlanStep } from './plan.ts';
import { type Outcome, workOut } from './reorganisation.ts';
import type { Unit } from './unit.ts';

const today = '2026-11-23';
const entity = newId<'Entity'>();

function unit(name: string, parentId: UnitId | null, change: Partial<Unit> = {}): Unit {
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
    ...change,
  };
}

//  top ─ school ─ nursery ─ kitchen      care ─ home
const top = unit('Kommunen', null);
const school = unit('Skolan', top.id);
const nursery = unit('Förskolan', school.id);
const kitchen = unit('Köket', nursery.id);
const care = unit('Omsorgen', top.id);
const home = unit('Hemtjänsten', care.id);
const gone = unit('Gamla', top.id, { until: '2025-12-31' });
const young = unit('Nya', top.id, { from: today });
const project = unit('Projektet', top.id, { until: '2027-06-30', kind: 'project' });
const abroad = unit('Bolagets', null, { entityId: newId<'Entity'>() });
const namesake = unit('Hemtjänsten', school.id);
const all = [top, school, nursery, kitchen, care, home, gone, young, project, abroad, namesake];
const tree = new Map(all.map((one) => [one.id, one]));

function plan(...steps: PlanStep[]): Plan {
  return { effectiveOn: today, steps };
}
function done(given: Plan): Outcome {
  const outcome = workOut(tree, given, today, () => newId<'Unit'>());
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
}
function refused(given: Plan): string {
  const outcome = workOut(tree, given, today, () => newId<'Unit'>());
  return isRefusal(outcome) ? `${outcome.code} ${outcome.field ?? ''}`.trim() : 'done';
}
const after = (outcome: Outcome, id: UnitId) => outcome.changed.find((one) => one.after.id === id)?.after;
const part = (name: string, ...subunits: UnitId[]) => ({ name, kind: 'unit' as const, subunits });

describe('merging', () => {
  it('ends the one, and puts what lay under it under the other', () => {
    const outcome = done(plan({ kind: 'merge', unitId: nursery.id, intoId: care.id }));
    expect(after(outcome, nursery.id)).toMatchObject({
      until: '2026-11-22',
      successorId: care.id,
      version: 2,
    });
    expect(after(outcome, kitchen.id)).toMatchObject({ parentId: care.id, version: 2 });
    expect(outcome.ended.map(({ to }) => to?.id)).toEqual([care.id]);
  });

  it('follows a chain to the unit that stands in the end', () => {
    const outcome = done(
      plan(
        { kind: 'merge', unitId: kitchen.id, intoId: nursery.id },
        { kind: 'merge', unitId: nursery.id, intoId: school.id },
      ),
    );
    expect(outcome.ended.map(({ to }) => to?.id)).toEqual([school.id, school.id]);
  });

  it.each<[string, PlanStep, string]>([
    ['into itself', { kind: 'merge', unitId: care.id, intoId: care.id }, 'intoItself steps.0.intoId'],
    [
      'into a unit below it',
      { kind: 'merge', unitId: school.id, intoId: kitchen.id },
      'wouldMakeCycle steps.0.intoId',
    ],
    [
      'into one that has ended',
      { kind: 'merge', unitId: care.id, intoId: gone.id },
      'unitEnded steps.0.intoId',
    ],
    ['one that has ended', { kind: 'merge', unitId: gone.id, intoId: care.id }, 'unitEnded steps.0.unitId'],
    ['one that began today', { kind: 'merge', unitId: young.id, intoId: care.id }, 'notBegun steps.0.unitId'],
    [
      'into another entity',
      { kind: 'merge', unitId: care.id, intoId: abroad.id },
      'otherEntity steps.0.intoId',
    ],
    [
      'an unknown one',
      { kind: 'merge', unitId: newId<'Unit'>(), intoId: care.id },
      'unitUnknown steps.0.unitId',
    ],
    [
      'into an unknown one',
      { kind: 'merge', unitId: care.id, intoId: newId<'Unit'>() },
      'unitUnknown steps.0.intoId',
    ],
    [
      'with sub-units of one name',
      { kind: 'merge', unitId: care.id, intoId: school.id },
      'nameTaken steps.0.intoId',
    ],
    [
      'into one that ends first',
      { kind: 'merge', unitId: care.id, intoId: project.id },
      'outlivesParent steps.0.intoId',
    ],
  ])('%s', (_name, step, wanted) => {
    expect(refused(plan(step))).toBe(wanted);
  });
});

describe('splitting', () => {
  it('gives what no part names, and the records, to the first part; a part may keep the name', () => {
    const parts = [part('Skolan'), part('Förskolan i egen regi', nursery.id)];
    const outcome = done(plan({ kind: 'split', unitId: school.id, parts }));
    const [first, second] = outcome.created;
    expect(first).toMatchObject({ name: 'Skolan', parentId: top.id, from: today, version: 1 });
    expect(after(outcome, namesake.id)?.parentId).toBe(first?.id);
    expect(after(outcome, nursery.id)?.parentId).toBe(second?.id);
    expect(outcome.ended).toHaveLength(1);
    expect(outcome.ended[0]?.to?.id).toBe(first?.id);
  });

  it.each<[string, PlanStep, string]>([
    [
      'parts of one name',
      { kind: 'split', unitId: care.id, parts: [part('A'), part('a')] },
      'nameTaken steps.0.parts.1.name',
    ],
    [
      'a part named as its neighbour',
      { kind: 'split', unitId: care.id, parts: [part('A'), part('Skolan')] },
      'nameTaken steps.0.parts.1.name',
    ],
    [
      'what lies elsewhere',
      { kind: 'split', unitId: care.id, parts: [part('A'), part('B', kitchen.id)] },
      'notASubunit steps.0.parts',
    ],
    [
      'one sub-unit twice',
      { kind: 'split', unitId: care.id, parts: [part('A', home.id), part('B', home.id)] },
      'subunitTwice steps.0.parts',
    ],
  ])('%s', (_name, step, wanted) => {
    expect(refused(plan(step))).toBe(wanted);
  });
});

describe('moving and ending', () => {
  it('moves with all that lies below', () => {
    const outcome = done(plan({ kind: 'move', unitId: nursery.id, parentId: care.id }));
    expect(outcome.changed.map(({ after: row }) => [row.name, row.parentId])).toEqual([
      ['Förskolan', care.id],
    ]);
  });

  it.each<[string, PlanStep[], string]>([
    ['under itself', [{ kind: 'move', unitId: care.id, parentId: care.id }], 'intoItself steps.0.parentId'],
    [
      'below itself',
      [{ kind: 'move', unitId: school.id, parentId: kitchen.id }],
      'wouldMakeCycle steps.0.parentId',
    ],
    ['where it is', [{ kind: 'move', unitId: school.id, parentId: top.id }], 'alreadyThere steps.0.parentId'],
    [
      'to another entity',
      [{ kind: 'move', unitId: school.id, parentId: abroad.id }],
      'otherEntity steps.0.parentId',
    ],
    ['to the top', [{ kind: 'move', unitId: school.id, parentId: null }], 'done'],
    [
      'ending with sub-units',
      [{ kind: 'end', unitId: school.id, recordsTo: top.id }],
      'subunitsLeft steps.0.unitId',
    ],
    [
      'ending when they have moved',
      [
        { kind: 'move', unitId: home.id, parentId: top.id },
        { kind: 'end', unitId: care.id, recordsTo: home.id },
      ],
      'done',
    ],
    [
      'ending twice',
      [
        { kind: 'end', unitId: home.id, recordsTo: care.id },
        { kind: 'end', unitId: home.id, recordsTo: care.id },
      ],
      'unitEnded steps.1.unitId',
    ],
    [
      'taking over when ended',
      [
        { kind: 'end', unitId: home.id, recordsTo: care.id },
        { kind: 'end', unitId: kitchen.id, recordsTo: home.id },
      ],
      'unitEnded steps.1.recordsTo',
    ],
  ])('%s', (_name, steps, wanted) => {
    expect(refused(plan(...steps))).toBe(wanted);
  });

  it('does not begin before it is carried out', () => {
    const step = { kind: 'end' as const, unitId: home.id, recordsTo: care.id };
    expect(refused({ effectiveOn: '2026-11-24', steps: [step] })).toBe('notYet effectiveOn');
    expect(refused({ effectiveOn: '2026-01-01', steps: [step] })).toBe('done');
  });
});
