import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '../../app.ts';
import { auditViews } from '../../audit/audit.views.ts';
import type { Actor } from '../../kernel/access.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Services } from '../../kernel/run.ts';
import type { View } from '../../kernel/view.ts';
import { appointed } from '../../governance/advice/testing.ts';
import { employee, holderOf } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { admit, secrecy, triage } from './incident.actions.ts';
import { link, note } from './work.actions.ts';
import { merge } from './merging/merge.actions.ts';
import { list, record } from './incident.views.ts';
import { asked, reported, serveTestInstallation, triaged, triageOf } from './testing.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
/** Whoever looks: by the name of her part. */
let viewers: Readonly<Record<string, Actor>>;
/** One case of each kind. */
let cases: Readonly<Record<'new' | 'open' | 'masked' | 'secret', string>>;

const osl = { secrecyProvision: 'OSL 18:8', secrecyReason: 'Skyddet skulle bli sämre' };

beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  const reporter = employee(town.manager, town.school);
  const handler = await appointed(database.db, 'itManager', false);
  const guest = await appointed(database.db, 'hrManager', false);
  viewers = {
    coordinator,
    securityCoordinator: await appointed(database.db, 'securityCoordinator', false),
    auditor: await appointed(database.db, 'auditor', false),
    director: await appointed(database.db, 'municipalDirector', false),
    manager: holderOf('manager', town.other, { scopeId: town.school, units: [town.school] }),
    otherManager: holderOf('manager', town.other, { scopeId: town.care, units: [town.care] }),
    reporter,
    handler: { ...handler, held: [] },
    guest: { ...guest, held: [] },
    colleague: employee(
      (await appointed(database.db, 'administrator', false)).personId ?? town.other,
      town.school,
    ),
  };
  const at = { unitId: town.school, handlerId: handler.personId };
  const made = async (more: object) =>
    (await triaged(services, coordinator, { ...at, ...more }, reporter)).id;
  cases = {
    new: await reported(services, reporter),
    open: await made({}),
    masked: await made({ secretParts: ['description', 'reporter'], ...osl }),
    secret: await made({ secret: true, ...osl }),
  };
  for (const id of [cases.secret, cases.masked]) {
    const { rows } = await sql<{ version: number }>`select version from incident where id = ${id}`.execute(
      database.db,
    );
    const input = { personId: guest.personId };
    await done(actAs(services, coordinator, admit, { id, version: rows[0]?.version ?? 0, input }));
    await done(
      actAs(services, coordinator, note, {
        id,
        input: { kind: 'fact', text: 'Spår funna', happenedAt: null },
      }),
    );
  }
});
afterAll(() => database.close());

const names = ['new', 'open', 'masked', 'secret'] as const;
/** Who sees which: the whole of it, `part` where something is masked to her, or nothing. */
const table: readonly [string, Readonly<Record<(typeof names)[number], 'whole' | 'part' | null>>][] = [
  ['coordinator', { new: 'whole', open: 'whole', masked: 'whole', secret: 'whole' }],
  ['securityCoordinator', { new: 'whole', open: 'whole', masked: 'whole', secret: 'whole' }],
  ['auditor', { new: null, open: 'whole', masked: 'part', secret: null }],
  ['director', { new: null, open: 'whole', masked: 'part', secret: null }],
  ['manager', { new: null, open: 'whole', masked: 'part', secret: null }],
  ['otherManager', { new: null, open: null, masked: null, secret: null }],
  ['reporter', { new: 'whole', open: 'whole', masked: 'part', secret: null }],
  ['handler', { new: null, open: 'whole', masked: 'whole', secret: 'whole' }],
  ['guest', { new: null, open: null, masked: 'whole', secret: 'whole' }],
  ['colleague', { new: null, open: null, masked: null, secret: null }],
];
const viewer = (name: string): Actor => viewers[name] ?? employee(town.other);

describe.each(table)('%s', (who, sees) => {
  it('finds in the list what she may see, and it is counted by that', async () => {
    const answer = await asked(services, list, viewer(who), null);
    const { items, total } = answer as unknown as {
      items: { id: string; title: string | null }[];
      total: number;
    };
    const expected = names.filter((name) => sees[name] !== null);
    expect(items.map((one) => one.id).sort()).toEqual(expected.map((name) => cases[name]).sort());
    expect(total).toBe(expected.length);
    for (const name of expected)
      expect(items.find((one) => one.id === cases[name])?.title === null, name).toBe(sees[name] === 'part');
  });

  it.each(names)('sees of the %s case what the table says', async (name) => {
    const answer = await asked(services, record, viewer(who), cases[name]);
    if (sees[name] === null) return expect(answer).toBe('notFound');
    const { masked, title, description, entries, reportedBy, knowledgeReason } = answer as Record<
      string,
      unknown
    >;
    const isPart = sees[name] === 'part';
    expect(masked).toEqual(isPart ? ['reporter', 'description'] : []);
    for (const one of [title, description, reportedBy, knowledgeReason]) expect(one === null).toBe(isPart);
    if (isPart) expect(entries).toEqual([]);
  });

  it.each(names)('is told of the %s case in its history, or that there is none', async (name) => {
    const answer = await asked(services, auditView('audit.history'), viewer(who), null, {
      register: 'incident',
      id: cases[name],
    });
    if (sees[name] === null) return expect(answer).toBe('notFound');
    const { items } = answer as { items: { actor: { personId: string | null } }[] };
    const byOthers = items.filter(({ actor }) => actor.personId !== viewer(who).personId);
    // What was done to it would tell what is masked.
    expect(byOthers.length > 0).toBe(sees[name] === 'whole' && !(who === 'reporter' && name === 'new'));
  });
});

const auditView = (name: string): View => {
  const found = (auditViews(registers) as readonly View[]).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no view ${name}`);
  return found;
};

interface Event {
  readonly id: string;
  readonly kind: string;
  readonly record: string | null;
  readonly leaf: string | null;
  readonly actor: { readonly personId: string | null };
}

/** The whole log, as somebody finds it. */
async function logOf(actor: Actor): Promise<readonly Event[]> {
  const answer = await asked(services, auditView('audit.events'), actor, null, {
    limit: '500',
    leaf: 'true',
  });
  return (answer as unknown as { items: Event[] }).items;
}

describe('the log', () => {
  it('tells an auditor of open cases, and nothing of secret, partly secret or new ones, whoever has seen them', async () => {
    await asked(services, list, coordinator, null, { search: 'brev' });
    await asked(services, record, viewer('handler'), cases.secret);
    await asked(services, record, viewer('colleague'), cases.secret);
    // What she has tried herself, by an id that she had from elsewhere, is hers to see.
    const own = viewer('auditor').personId;
    const told = (await logOf(viewer('auditor'))).filter(({ actor }) => actor.personId !== own);
    const text = JSON.stringify(told);
    expect(text).toContain(cases.open);
    for (const hidden of [cases.secret, cases.new, cases.masked]) expect(text.includes(hidden)).toBe(false);
    expect(JSON.stringify(await logOf(coordinator))).toContain(cases.secret);
  });

  it('does not give an event of a secret case by its id', async () => {
    const events = await logOf(coordinator);
    const own = events.find((one) => one.record === cases.secret && one.kind === 'incident.triaged');
    const view = auditView('audit.event');
    expect(await asked(services, view, viewer('auditor'), own?.id ?? '')).toBe('notFound');
    expect(await asked(services, view, coordinator, own?.id ?? '')).toMatchObject({
      kind: 'incident.triaged',
    });
  });

  it('does not say who has read of a secret case', async () => {
    const readersOf = (actor: Actor) =>
      asked(services, auditView('audit.readers'), actor, null, { register: 'incident', id: cases.secret });
    expect(await readersOf(viewer('auditor'))).toMatchObject({ items: [] });
    expect(await readersOf(coordinator)).not.toMatchObject({ items: [] });
  });

  it('holds no free text of any case', async () => {
    const { rows } = await sql<{ leaf: string }>`
      select leaf from audit_event where register = 'incident'`.execute(database.db);
    const all = rows.map((row) => row.leaf).join('\n');
    expect(all).not.toMatch(/Ett brev med|Spår funna|Skyddet skulle/);
  });
});

describe('an attempt at a case that one may not see', () => {
  it.each([
    ['note', note, { kind: 'fact', text: 'Hej hej', happenedAt: null }],
    ['merge', merge, { intoId: crypto.randomUUID(), reason: 'Samma sak' }],
  ] as const)('by %s is answered as if there were none', async (_name, action, input) => {
    for (const who of ['manager', 'reporter', 'colleague']) {
      const [real, none] = await Promise.all(
        [cases.secret, crypto.randomUUID()].map((id) =>
          actAs(services, viewer(who), action, { id, version: 9, input }),
        ),
      );
      expect(real).toEqual(none);
      expect(isRefusal(real) && ['notFound', 'forbidden'].includes(real.code)).toBe(true);
    }
  });

  it('by a number in the search finds nothing', async () => {
    const answer = await asked(services, list, viewer('auditor'), null, { search: 'HS 2026-0001' });
    expect(answer).toMatchObject({ total: 0 });
    expect(await asked(services, list, coordinator, null, { search: 'HS 2026-0001' })).toMatchObject({
      total: 1,
    });
  });
});

describe('numbers', () => {
  const numbered = async (actor: Actor) => {
    const { items } = (await asked(services, list, actor, null, { sort: 'number' })) as unknown as {
      items: { number: string | null }[];
    };
    return items.flatMap(({ number }) => (number === null ? [] : [number])).sort();
  };

  it('of open cases have no gap where a secret one is', async () => {
    expect(await numbered(viewer('auditor'))).toEqual(['H 2026-0001', 'H 2026-0002']);
    expect(await numbered(coordinator)).toEqual(['H 2026-0001', 'H 2026-0002', 'HS 2026-0001']);
  });

  it('are given one at a time when many are triaged at once', async () => {
    const ids: string[] = [];
    for (let made = 0; made < 6; made++) ids.push(await reported(services, viewer('reporter')));
    await Promise.all(
      ids.map(async (id, at) => {
        const secret = at % 3 === 0 ? { secret: true, ...osl } : {};
        const input = await triageOf(database.db, id, secret);
        await done(actAs(services, coordinator, triage, { id, version: 1, input }));
      }),
    );
    expect(await numbered(viewer('auditor'))).toEqual([1, 2, 3, 4, 5, 6].map((n) => `H 2026-000${n}`));
  });

  it('that people have seen stay; a case that is opened is given an open one', async () => {
    const one = await triaged(services, coordinator, { secret: true, ...osl });
    const set = (version: number, secret: boolean) =>
      done(
        actAs(services, coordinator, secrecy, {
          id: one.id,
          version,
          input: { secret, secretParts: [], ...(secret ? osl : { secrecyProvision: '', secrecyReason: '' }) },
        }),
      );
    const opened = await set(one.version, false);
    expect(await asked(services, record, coordinator, one.id)).toMatchObject({ number: 'H 2026-0007' });
    await set(opened.version, true);
    expect(await asked(services, record, coordinator, one.id)).toMatchObject({
      number: 'H 2026-0007',
      secret: true,
    });
  });
});

describe('a secret case', () => {
  it('is not pointed at by an open one, and takes with it what is merged into it', async () => {
    const open = await triaged(services, coordinator, { unitId: town.school });
    const hidden = await triaged(services, coordinator, { secret: true, ...osl });
    const none = { informationId: null, systemId: null, unitId: null, supplier: null };
    const tie = (from: { id: string; version: number }, to: string) =>
      actAs(services, coordinator, link, { ...from, input: { ...none, relatedId: to } });
    expect(await tie(open, hidden.id)).toMatchObject({ code: 'pointsAtSecret' });
    await done(tie(hidden, open.id));
    expect(await asked(services, record, viewer('auditor'), open.id)).toMatchObject({ related: [] });
    expect(await asked(services, record, coordinator, open.id)).toMatchObject({
      related: [{ id: hidden.id }],
    });
    const input = { intoId: hidden.id, reason: 'Samma sak' };
    await done(actAs(services, coordinator, merge, { ...open, input }));
    expect(await asked(services, record, viewer('auditor'), open.id)).toBe('notFound');
  });

  it('is not read by asking how it was before', async () => {
    const one = await triaged(services, coordinator, { unitId: town.school });
    const asOf = '2026-11-23T10:00:01Z';
    const later = { ...services, clock: () => new Date('2026-11-23T12:00:00Z') };
    expect(await asked(later, record, viewer('manager'), one.id, { asOf })).toMatchObject({ id: one.id });
    const input = { secret: true, secretParts: [], ...osl };
    await done(actAs(later, coordinator, secrecy, { ...one, input }));
    expect(await asked(later, record, viewer('manager'), one.id, { asOf })).toBe('notFound');
    expect(await asked(later, record, coordinator, one.id, { asOf })).toMatchObject({ secret: false });
  });
});
