import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { covers, scopeOf } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import { addDays, holds } from '../../kernel/calendar.ts';
import type { Transaction } from '../../kernel/db.ts';
import { type InformationId, newId, type PersonId, type UnitId } from '../../kernel/ids.ts';
import type { Office } from '../../kernel/offices.ts';
import { loadActor } from '../../people/actor.store.ts';
import { system } from '../../testing/actors.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { informationAccess } from './information.access.ts';
import { informationKeys } from './information.ts';
import { hasOwnOwner, informationInScope } from './information.store.ts';

// One scope value gives the filter of lists and the check of one record. Here random municipalities ask both, and a
// third telling, made by hand from the appointments alone, says whether a right begins and ends with its period.

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const start = '2026-01-01';
const days = 12;
const dayAt = (offset: number) => addDays(start, offset);
const areas = ['ekonomi', 'skola', 'omsorg'] as const;

interface Plan {
  readonly parents: readonly (number | null)[];
  readonly persons: readonly {
    readonly home: number;
    readonly from: number;
    readonly length: number | null;
  }[];
  readonly information: readonly { readonly unit: number; readonly area: (typeof areas)[number] }[];
  readonly appointments: readonly Appointing[];
  readonly defaults: readonly {
    readonly holder: 'office' | 'unitManager' | 'ownUnitManager';
    readonly unit: number;
  }[];
}
interface Appointing {
  readonly person: number;
  readonly office: Office;
  readonly target: number;
  readonly deputy: boolean;
  readonly from: number;
  readonly length: number | null;
}

const tried: readonly Office[] = ['manager', 'departmentHead', 'informationOwner', 'auditor', 'hrManager'];
const unitCount = 5;
const personCount = 4;
const informationCount = 6;
const index = (count: number) => fc.integer({ min: 0, max: count - 1 });
const length = fc.option(fc.integer({ min: 0, max: 5 }), { freq: 4 });
const plans: fc.Arbitrary<Plan> = fc.record({
  // Each unit lies below an earlier one, or at the top: any tree, never a cycle.
  parents: fc.tuple(
    ...Array.from({ length: unitCount }, (_, place) =>
      place === 0 ? fc.constant(null) : fc.option(index(place)),
    ),
  ),
  persons: fc.array(
    fc.record({
      home: index(unitCount),
      from: fc.constantFrom(0, 0, 2),
      length: fc.option(fc.integer({ min: 3, max: 8 }), { freq: 2 }),
    }),
    { minLength: personCount, maxLength: personCount },
  ),
  information: fc.array(fc.record({ unit: index(unitCount), area: fc.constantFrom(...areas) }), {
    minLength: informationCount,
    maxLength: informationCount,
  }),
  appointments: fc.array(
    fc.record({
      person: index(personCount),
      office: fc.constantFrom(...tried),
      target: index(unitCount),
      deputy: fc.boolean(),
      from: fc.integer({ min: 0, max: days - 2 }),
      length,
    }),
    { maxLength: 9 },
  ),
  defaults: fc.tuple(
    ...areas.map(() =>
      fc.record({
        holder: fc.constantFrom('office' as const, 'unitManager' as const, 'ownUnitManager' as const),
        unit: index(unitCount),
      }),
    ),
  ),
});

interface World {
  readonly units: readonly UnitId[];
  readonly persons: readonly PersonId[];
  readonly information: readonly InformationId[];
  /** Which of the planned appointments stand; the database refused the others for overlapping. */
  readonly standing: readonly Appointing[];
}

async function build(transaction: Transaction, plan: Plan): Promise<World> {
  const { eventId } = await appendEvent(
    transaction,
    system,
    'setting',
    { kind: 'test.arranged', record: null },
    new Date(),
  );
  const range = (from: number, days_: number | null) =>
    sql`daterange(${dayAt(from)}, ${days_ === null ? null : dayAt(from + days_)}, '[]')`;
  const entity = newId();
  await sql`insert into legal_entity (id, version, changed_by_event, kind, name, valid, controller)
    values (${entity}, 1, ${eventId}, 'municipality', 'Prov', '[2020-01-01,)', false)`.execute(transaction);
  const units = plan.parents.map(() => newId<'Unit'>());
  for (const [place, parent] of plan.parents.entries()) {
    await sql`insert into unit (id, version, changed_by_event, kind, name, entity_id, parent_id, valid)
      values (${units[place]}, 1, ${eventId}, 'unit', ${`Enhet ${place}`}, ${entity}, ${parent === null ? null : units[parent]},
        '[2020-01-01,)')`.execute(transaction);
  }
  const persons = plan.persons.map(() => newId<'Person'>());
  for (const [place, person] of plan.persons.entries()) {
    await sql`insert into person (id, version, changed_by_event, kind, given_name, family_name, unit_id, valid)
      values (${persons[place]}, 1, ${eventId}, 'employee', 'Prov', ${`Nummer ${place}`}, ${units[person.home]},
        ${range(person.from, person.length)})`.execute(transaction);
  }
  const information = plan.information.map(() => newId<'Information'>());
  for (const [place, row] of plan.information.entries()) {
    await sql`insert into information (id, version, changed_by_event, state, name, unit_id, area, carriers, personal_data)
      values (${information[place]}, 1, ${eventId}, 'active', ${`Information ${place}`}, ${units[row.unit]}, ${row.area},
        '{paper}', 'none')`.execute(transaction);
  }
  for (const [place, row] of plan.defaults.entries()) {
    await sql`insert into default_owner (id, version, changed_by_event, area, name, holder, office, unit_id)
      values (${newId()}, 1, ${eventId}, ${areas[place]}, 'Prov', ${row.holder}, ${row.holder === 'office' ? 'hrManager' : null},
        ${row.holder === 'unitManager' ? units[row.unit] : null})`.execute(transaction);
  }
  const standing: Appointing[] = [];
  for (const one of plan.appointments) {
    const scope = scopeOfOffice(one.office);
    const stored =
      await sql`insert into appointment (id, version, changed_by_event, person_id, office, deputy, scope, unit_id,
        information_id, valid)
      values (${newId()}, 1, ${eventId}, ${persons[one.person]}, ${one.office}, ${one.deputy}, ${scope},
        ${scope === 'unit' ? units[one.target] : null}, ${scope === 'information' ? information[one.target] : null},
        ${range(one.from, one.length)}) on conflict do nothing returning id`.execute(transaction);
    if (stored.rows.length > 0) standing.push(one);
  }
  return { units, persons, information, standing };
}

function scopeOfOffice(office: Office): 'unit' | 'information' | 'municipality' {
  if (office === 'informationOwner') return 'information';
  return office === 'manager' || office === 'departmentHead' ? 'unit' : 'municipality';
}

class Undo extends Error {}

/** Does something in a municipality that is gone afterwards. */
async function within(
  plan: Plan,
  work: (transaction: Transaction, world: World) => Promise<void>,
): Promise<void> {
  const run = database.db.transaction().execute(async (transaction) => {
    await work(transaction, await build(transaction, plan));
    throw new Undo();
  });
  await run.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
}

it('filters lists and checks records alike, for every right to information, person and day', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(plans, fc.integer({ min: 0, max: days }), async (plan, offset) => {
      const today = dayAt(offset);
      await within(plan, async (transaction, world) => {
        for (const personId of world.persons) {
          const actor = await loadActor(transaction, personId, today);
          if (actor === null) continue;
          for (const permission of Object.values(informationAccess)) {
            const scope = scopeOf({ ...actor, language: 'sv', credentialId: null }, permission);
            if (scope === null) continue;
            const { rows } = await sql<{
              id: string;
              unitId: UnitId;
              area: string;
              listed: boolean;
              hasOwnOwner: boolean;
            }>`
              select id, unit_id as "unitId", area, ${informationInScope(scope, today)} as listed,
                ${hasOwnOwner(sql.ref('information.id'), today)} as "hasOwnOwner" from information`.execute(
              transaction,
            );
            expect(rows).toHaveLength(informationCount);
            for (const row of rows) {
              expect(row.listed).toBe(covers(scope, informationKeys(row)));
              if (row.listed) seen += 1;
            }
          }
        }
      });
    }),
    { numRuns: 40 },
  );
  expect(seen).toBeGreaterThan(100);
});

it('gives each right from the first day of its period to the last, and not a day more', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      await within(plan, async (transaction, world) => {
        for (const one of world.standing) {
          const person = plan.persons[one.person];
          const personId = world.persons[one.person];
          if (person === undefined || personId === undefined) throw new Error('the plan has every person');
          const last = one.length === null ? null : one.from + one.length;
          const edges = [one.from - 1, one.from, ...(last === null ? [] : [last, last + 1])];
          if (person.length !== null)
            edges.push(person.from + person.length, person.from + person.length + 1);
          for (const offset of edges) {
            const today = dayAt(offset);
            const here = holds(period(person), today);
            const actor = await loadActor(transaction, personId, today);
            expect(actor === null).toBe(!here);
            const scopeId = targetOf(one, world);
            const found = actor?.held.find((held) => held.office === one.office && held.scopeId === scopeId);
            const expected = world.standing.some(
              (other) =>
                other.person === one.person &&
                other.office === one.office &&
                targetOf(other, world) === scopeId &&
                holds(period(other), today),
            );
            expect(found !== undefined).toBe(here && expected);
            if (found !== undefined && found.scope === 'unit') {
              expect([...found.units].sort()).toEqual(below(plan, world, one.target).sort());
            }
          }
        }
      });
    }),
    { numRuns: 40 },
  );
});

it('names the areas a person answers for, as ownership itself does', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.integer({ min: 0, max: days }), async (plan, offset) => {
      const today = dayAt(offset);
      await within(plan, async (transaction, world) => {
        for (const [place, personId] of world.persons.entries()) {
          const actor = await loadActor(transaction, personId, today);
          if (actor === null) continue;
          const own = world.standing.filter(
            (one) => one.person === place && !one.deputy && holds(period(one), today),
          );
          const leads = (unit: number) =>
            own.some((one) => scopeOfOffice(one.office) === 'unit' && one.target === unit);
          const expected = plan.defaults.flatMap((row, rowPlace) => {
            const area = areas[rowPlace] ?? '';
            if (row.holder === 'office') return own.some((one) => one.office === 'hrManager') ? [area] : [];
            if (row.holder === 'unitManager') return leads(row.unit) ? [area] : [];
            return world.units.flatMap((id, unit) => (leads(unit) ? [`${area}:${id}`] : []));
          });
          expect([...actor.areas].sort()).toEqual(expected.sort());
        }
      });
    }),
    { numRuns: 40 },
  );
});

function period(row: { readonly from: number; readonly length: number | null }) {
  return { from: dayAt(row.from), until: row.length === null ? null : dayAt(row.from + row.length) };
}

function targetOf(one: Appointing, world: World): string | null {
  const scope = scopeOfOffice(one.office);
  if (scope === 'municipality') return null;
  return (scope === 'unit' ? world.units[one.target] : world.information[one.target]) ?? null;
}

/** The unit and all below it, worked out from the plan. */
function below(plan: Plan, world: World, top: number): UnitId[] {
  const inside = (place: number): boolean => {
    if (place === top) return true;
    const parent = plan.parents[place] ?? null;
    return parent !== null && inside(parent);
  };
  return world.units.filter((_, place) => inside(place));
}
