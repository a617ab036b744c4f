import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../../kernel/refusal.ts';
import { done } from '../../../testing/services.ts';
import { code, decision, type Preview, today, World } from '../testing.ts';
import type { Plan, PlanStep } from './plan.ts';

const reason = 'Ny organisation';
let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

function plan(...steps: PlanStep[]): Plan {
  return { effectiveOn: today, steps };
}

describe('a reorganisation', () => {
  it('takes information, people and appointments with it, in one event', async () => {
    const [old, into] = [await world.newUnit(), await world.newUnit()];
    const below = await world.newUnit(old);
    const manager = await world.appointManager(old);
    const information = await world.newInformation(old);
    const looked = await world.preview(plan({ kind: 'merge', unitId: old, intoId: into }));
    expect(looked).toMatchObject({
      ended: [{ information: { count: 1 }, persons: { count: 1 } }],
      appointments: [{ id: manager.id }],
      ownerless: { count: 1, rows: [{ id: information }] },
      withoutManager: [expect.stringMatching(/^Enhet/)],
    });

    await done(world.reorganise(plan({ kind: 'merge', unitId: old, intoId: into })));

    expect(await world.rows('select unit_id from information where id = $1', [information])).toEqual([
      { unit_id: into },
    ]);
    expect(await world.rows('select unit_id from person where id = $1', [manager.personId])).toEqual([
      { unit_id: into },
    ]);
    expect(await world.rows('select parent_id from unit where id = $1', [below])).toEqual([
      { parent_id: into },
    ]);
    expect(
      await world.rows('select (upper(valid) - 1)::text as last from appointment where id = $1', [
        manager.id,
      ]),
    ).toEqual([{ last: '2026-11-22' }]);
    expect(
      await world.rows('select (upper(valid) - 1)::text as last, successor_id from unit where id = $1', [
        old,
      ]),
    ).toEqual([{ last: '2026-11-22', successor_id: into }]);
    const events = await world.rows(
      `select touched from audit_event where kind = 'unit.reorganised' and touched @> array[$1]`,
      [`unit:${old}`],
    );
    expect(events).toHaveLength(1);
    const touched = [
      `unit:${below}`,
      `information:${information}`,
      `person:${manager.personId}`,
      `appointment:${manager.id}`,
    ];
    expect(events[0]?.['touched']).toEqual(expect.arrayContaining(touched));
  });

  it('is refused when information would meet its namesake', async () => {
    const [old, into] = [await world.newUnit(), await world.newUnit()];
    for (const unit of [old, into]) await world.newInformation(unit, 'verksamhet', 'Löner');
    expect(code(await world.reorganise(plan({ kind: 'merge', unitId: old, intoId: into })))).toBe(
      'informationNameTaken',
    );
  });

  it('tells when somebody else will own the information, and that nobody loses it', async () => {
    const [old, into] = [await world.newUnit(), await world.newUnit()];
    await world.appointManager(old);
    await world.appointManager(into);
    await world.newInformation(old);
    const looked = await world.preview(plan({ kind: 'merge', unitId: old, intoId: into }));
    expect(looked).toMatchObject({ ownerless: { count: 0 }, changesOwner: { count: 1 }, withoutManager: [] });
  });

  it('takes with it the rule that its manager owns an area, as the preview reckons', async () => {
    const [old, into] = [await world.newUnit(), await world.newUnit()];
    await world.appointManager(old);
    await world.appointManager(into);
    const area = { area: 'lonearbete', name: 'Lönearbete', examples: '', bodyId: null, entityId: null };
    const rule = { holder: 'unitManager', office: null, unitId: old, decision: null, toConfirm: false };
    const { id } = await world.did('defaultOwner.add', { ...area, ...rule });
    const elsewhere = await world.newInformation(await world.newUnit(), 'lonearbete');
    const ending = plan({ kind: 'end', unitId: old, recordsTo: null });
    expect(code(await world.preview(ending))).toBe('recordsLeft');

    const merging = plan({ kind: 'merge', unitId: old, intoId: into });
    expect(await world.preview(merging)).toMatchObject({
      ownerless: { count: 0 },
      changesOwner: { count: 1, rows: [{ id: elsewhere }] },
    });
    await done(world.reorganise(merging));
    expect(await world.rows('select unit_id, version from default_owner where id = $1', [id])).toEqual([
      { unit_id: into, version: 2 },
    ]);
    const events = await world.rows(
      `select touched from audit_event where kind = 'unit.reorganised' and touched @> array[$1]`,
      [`defaultOwner:${id}`],
    );
    expect(events).toHaveLength(1);
  });

  it('splits, and lets a part keep the name', async () => {
    const above = await world.newUnit();
    const old = await world.newUnit(above, { name: 'Kultur och fritid' });
    const [one, two] = [await world.newUnit(old), await world.newUnit(old)];
    const information = await world.newInformation(old);
    const parts = [
      { name: 'Kultur och fritid', kind: 'unit' as const, subunits: [] },
      { name: 'Fritid', kind: 'unit' as const, subunits: [two] },
    ];
    const answer = await done(world.reorganise(plan({ kind: 'split', unitId: old, parts })));
    const created = answer['created'] as unknown as { id: string; name: string }[];
    const [first, second] = created;
    const found = await world.rows('select id, parent_id from unit where id = any($1) order by parent_id', [
      [one, two],
    ]);
    expect(new Set(found.map((row) => `${row['id']} ${row['parent_id']}`))).toEqual(
      new Set([`${one} ${first?.id}`, `${two} ${second?.id}`]),
    );
    expect(await world.rows('select unit_id from information where id = $1', [information])).toEqual([
      { unit_id: first?.id },
    ]);
    expect(await world.rows('select successor_id from unit where id = $1', [old])).toEqual([
      { successor_id: first?.id },
    ]);
  });

  it('is refused whole when one step is: nothing half-written', async () => {
    const [a, b] = [await world.newUnit(), await world.newUnit()];
    const steps: PlanStep[] = [
      { kind: 'merge', unitId: a, intoId: b },
      { kind: 'move', unitId: b, parentId: b },
    ];
    const input = { ...plan(...steps), reason, decision, seen: [] };
    expect(code(await world.act('unit.reorganise', { input }))).toBe('intoItself');
    expect(await world.rows('select version from unit where id = $1', [a])).toEqual([{ version: 1 }]);
  });

  it.each([
    ['not seen', (_seen: Preview['seen']) => [], 'versionMoved'],
    [
      'seen too early',
      (seen: Preview['seen']) => seen.map((one) => ({ ...one, version: one.version + 1 })),
      'versionMoved',
    ],
    ['as seen', (seen: Preview['seen']) => seen, 'done'],
  ])('compares the versions of what it changes: %s', async (_name, change, wanted) => {
    const [a, b] = [await world.newUnit(), await world.newUnit()];
    const given = plan({ kind: 'move', unitId: a, parentId: b });
    const looked = await world.preview(given);
    if (isRefusal(looked)) throw new Error(looked.code);
    const input = { ...given, reason, decision, seen: change((looked as Preview).seen) };
    expect(code(await world.act('unit.reorganise', { input }))).toBe(wanted);
  });

  it('never lets two at once make a circle of moves that are each fine alone', async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b] = [await world.newUnit(), await world.newUnit()];
      const results = await Promise.all([
        world.reorganise(plan({ kind: 'move', unitId: a, parentId: b })),
        world.reorganise(plan({ kind: 'move', unitId: b, parentId: a })),
      ]);
      expect(results.map(code).sort()).toEqual(['done', 'wouldMakeCycle']);
    }
  });

  it.each([
    ['Delegationsbeslut', 'decisionUnreadable'],
    ['KS 2027-01-01 § 1', 'decisionInFuture'],
  ])('wants a decision that can be found: %s', async (text, wanted) => {
    const [a, b] = [await world.newUnit(), await world.newUnit()];
    const input = { ...plan({ kind: 'merge', unitId: a, intoId: b }), reason, decision: text, seen: [] };
    expect(code(await world.act('unit.reorganise', { input }))).toBe(wanted);
  });

  it('leaves no record behind: the preview and the decision refuse alike', async () => {
    const a = await world.newUnit();
    await world.newInformation(a);
    const given = plan({ kind: 'end', unitId: a, recordsTo: null });
    expect(code(await world.preview(given))).toBe('recordsLeft');
    const input = { ...given, reason, decision, seen: [{ unitId: a, version: 1 }] };
    expect(code(await world.act('unit.reorganise', { input }))).toBe('recordsLeft');
  });

  it('reads no plan that is no plan', async () => {
    for (const text of ['', '{', '[]', '{"effectiveOn":"2026-02-30","steps":[]}']) {
      const asked = await world.ask('unit.preview', { query: { plan: text } });
      expect(code(asked)).toBe('invalid');
    }
  });

  it('keeps every active piece of information with a unit that stands, whatever is tried', async () => {
    const ids = [await world.newUnit(), await world.newUnit(), await world.newUnit(), await world.newUnit()];
    for (const id of ids) await world.newInformation(id);
    const unitId = fc.constantFrom(...ids);
    const step: fc.Arbitrary<PlanStep> = fc.oneof(
      fc.record({ kind: fc.constant('merge' as const), unitId, intoId: unitId }),
      fc.record({ kind: fc.constant('move' as const), unitId, parentId: fc.option(unitId) }),
      fc.record({ kind: fc.constant('end' as const), unitId, recordsTo: fc.option(unitId) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (steps) => {
        await world.reorganise(plan(...steps));
        const homeless = await world.rows(`select i.id from information i join unit u on u.id = i.unit_id
          where i.state <> 'ended' and not u.valid @> '${today}'::date`);
        expect(homeless).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
