import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registers } from './app.ts';
import { teller } from './audit/teller.ts';
import { ask as askAdvice } from './governance/advice/advice.actions.ts';
import { askedCampaign } from './governance/acknowledgements/testing.ts';
import { appointed } from './governance/advice/testing.ts';
import { insightOf } from './clauses/insight.ts';
import type { Actor } from './kernel/access.ts';
import { offices, officeScopes } from './kernel/offices.ts';
import { type AnyRegister } from './kernel/register.ts';
import { isRefusal } from './kernel/refusal.ts';
import { ask, type Services } from './kernel/run.ts';
import type { View } from './kernel/view.ts';
import { classify } from './registers/information/information.actions.ts';
import { exercisedPlan } from './registers/plans/testing.ts';
import { carry, register as enterSystem } from './registers/systems/system.actions.ts';
import { employee, holderOf } from './testing/actors.ts';
import { type Arranged, arrange } from './testing/arrange.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { classification, enterFollowUp, enterInformation, looksAt, queuedMail } from './testing/sensitive.ts';
import {
  contacted,
  draftedReport,
  lettered,
  reported,
  serveTestInstallation,
} from './registers/incidents/testing.ts';
import { actAs, done, testServices } from './testing/services.ts';

// Generated from the declarations: a new view is tried the day it is written, or says why nothing is told of it.
const all: readonly AnyRegister[] = registers;
const views: readonly View[] = all.flatMap((one) => one.views);
const viewNamed = (name: string): View => {
  const found = views.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no view ${name}`);
  return found;
};

let database: TestDatabase;
let services: Services;
let town: Arranged;
/** Holds every office there is. */
let reader: Actor;
/** A secret piece of information, one of class 3 and one that is neither; the system that carries the second. */
let secret: string, high: string, plain: string, system: string;
/** The event of somebody else's look at the secret one. */
let look: string;
/** A mail in the queue to somebody else, and a question of hers to an office that the reader really holds. */
let mail: string, asked: string;
/** A measure, a deviation and an exception that are marked secret. */
let followedUp: Awaited<ReturnType<typeof enterFollowUp>>;
/** A plan that is secret, and an exercise of it. */
let plan: string, exercise: string;
/** A report that nobody has looked at, and one to an authority. */
let incident: string;
let authorityReport: { readonly id: string; readonly reportId: string };
/** A policy that is asked about, and the campaign that asks. */
let policy: string, campaign: string;
let now = new Date('2026-11-23T10:00:00Z');
const ofCase = (id: string, query = {}) => ({ id, query, concerns: [`incident:${id}`] });

beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  const clock = () => now;
  const insight = insightOf(database.db, clock);
  services = { ...testServices(database.db), clock, insight, teller: teller(database.db, clock) };
  town = await arrange(database.db);
  const held = offices.map((office) => {
    const scope = officeScopes[office][0] ?? 'municipality';
    return { office, scope, scopeId: scope === 'unit' ? town.school : null, units: [town.school] };
  });
  reader = { ...employee(town.manager, town.school), held };
  const information = (name: string, more?: object) =>
    enterInformation(services, reader, town.school, name, more);
  secret = await information('Hemligt', { secrecyProvisions: ['OSL 21:1'] });
  high = await information('Högt klassat');
  plain = await information('Vanligt');
  await done(actAs(services, reader, classify, { id: high, version: 1, input: classification(3) }));
  const described = { name: 'Elevsystemet', description: '', unitId: town.school, providerKind: 'internal' };
  const more = { providerName: '', lifecycle: 'inOperation' };
  system = (await done(actAs(services, reader, enterSystem, { input: { ...described, ...more } }))).id;
  await appointed(database.db, 'itManager', false, '2020-01-01', town.manager);
  const question = { askedOf: 'itManager', subject: 'Fråga', question: 'Får jag?', about: null };
  asked = (await done(actAs(services, employee(town.other), askAdvice, { input: question }))).id;
  incident = await lettered(database.db, await reported(services, employee(town.other)));
  const coordinator = holderOf('informationSecurityCoordinator', town.other);
  authorityReport = await draftedReport(services, coordinator, town.executive, {
    secretParts: ['description'],
    secrecyProvision: 'OSL 18:8',
  });
  await contacted(services, coordinator, authorityReport.id);
  await done(actAs(services, reader, carry, { id: system, version: 1, input: { informationIds: [high] } }));
  followedUp = await enterFollowUp(services, reader, town.school);
  ({ policy, campaign } = await askedCampaign(services, reader, town.care));
  mail = await queuedMail(database.db, town.other, now);
  ({ plan, exercise } = await exercisedPlan(services, reader, town.school));
  const other = { ...reader, ...employee(town.other), held };
  await ask(services, viewNamed('information.record'), { actor: other, id: secret, query: {} });
  const looks = await sql<{ id: string }>`
    select id from audit_event where kind = 'information.read'`.execute(database.db);
  look = looks.rows[0]?.id ?? '';
});
afterAll(() => database.close());
beforeEach(() => {
  now = new Date(now.getTime() + 3_600_000);
});

interface Told {
  readonly kind: string;
  readonly record: string | null;
  readonly concerns: readonly string[];
  readonly data: Record<string, unknown>;
}

/** Asks, and answers with what the log was told of it. */
async function toldOf(
  name: string,
  query: object = {},
  id: string | null = null,
  actor = reader,
  purpose?: string,
) {
  const before = await newest();
  const result = await ask(services, viewNamed(name), { actor, id, query: { ...query }, purpose });
  if (isRefusal(result)) throw new Error(`${name}: ${JSON.stringify(result)}`);
  const found = await sql<Omit<Told, 'data'> & { leaf: string }>`
    select kind, record_id as record, concerns, leaf from audit_event where transaction_id > ${before}::xid8
    order by transaction_id`.execute(database.db);
  return found.rows.map(
    ({ leaf, ...row }): Told => ({ ...row, ...(JSON.parse(leaf) as Pick<Told, 'data'>) }),
  );
}

async function newest(): Promise<string> {
  const found = await sql<{ xid: string }>`
    select transaction_id::text as xid from audit_event order by transaction_id desc limit 1`.execute(
    database.db,
  );
  return found.rows[0]?.xid ?? '0';
}

/** How to make each view show what must be told, and what that is. */
const shown: Readonly<
  Record<string, () => { query?: object; id?: string; purpose?: string; concerns: string[] }>
> = {
  'person.list': () => ({ concerns: [`person:${town.other}`] }),
  'person.record': () => ({ id: town.other, concerns: [`person:${town.other}`] }),
  'account.ofPerson': () => ({ id: town.other, concerns: [`person:${town.other}`] }),
  'unit.preview': () => ({
    query: {
      plan: JSON.stringify({
        effectiveOn: '2026-11-23',
        steps: [{ kind: 'end', unitId: town.care, recordsTo: town.school }],
      }),
    },
    concerns: [`unit:${town.care}`],
  }),
  'information.list': () => ({ concerns: [`information:${high}`, `information:${secret}`] }),
  'information.record': () => ({ id: secret, concerns: [`information:${secret}`] }),
  'system.list': () => ({ concerns: [`system:${system}`] }),
  'system.record': () => ({ id: system, concerns: [`information:${high}`, `system:${system}`] }),
  'plan.list': () => ({ concerns: [`plan:${plan}`] }),
  'plan.record': () => ({ id: plan, concerns: [`plan:${plan}`] }),
  'plan.binder': () => ({ concerns: [`plan:${plan}`] }),
  'exercise.list': () => ({ concerns: [`exercise:${exercise}`] }),
  'exercise.record': () => ({ id: exercise, concerns: [`exercise:${exercise}`] }),
  'clauses.findings': () => ({ query: { number: 'P40' }, concerns: [`information:${secret}`] }),
  'audit.history': () => ({
    query: { register: 'information', id: secret },
    concerns: [`information:${secret}`],
  }),
  'audit.readers': () => ({
    query: { register: 'information', id: secret },
    concerns: [`person:${town.other}`],
  }),
  'audit.events': () => ({
    query: { person: town.other },
    purpose: 'Prövar att den som söker i loggen syns i den',
    concerns: [`person:${town.other}`],
  }),
  'audit.event': () => ({ id: look, concerns: [`information:${secret}`] }),
  'mail.list': () => ({ concerns: [`person:${town.other}`] }),
  'mail.record': () => ({ id: mail, concerns: [`person:${town.other}`] }),
  'mailIntake.list': () => ({ concerns: [`incident:${incident}`] }),
  'advice.toAnswer': () => ({ concerns: [`advice:${asked}`, `person:${town.other}`] }),
  'advice.record': () => ({ id: asked, concerns: [`advice:${asked}`, `person:${town.other}`] }),
  'campaign.preview': () => ({
    query: { documentId: policy, kinds: 'employee' },
    concerns: [`person:${town.other}`],
  }),
  'campaignRecipient.list': () => ({ query: { campaignId: campaign }, concerns: [`person:${town.other}`] }),
  'todo.waiting': () => ({ concerns: [`advice:${asked}`, `incident:${incident}`, `person:${town.other}`] }),
  ...looksAt(() => followedUp),
  'incident.list': () => ({ concerns: [`incident:${incident}`] }),
  'incident.record': () => ({ id: incident, concerns: [`incident:${incident}`, `person:${town.other}`] }),
  'incident.duties': () => ofCase(incident),
  'incident.merging': () => ofCase(incident, { intoId: incident }),
  'incident.contacts': () => ({ concerns: [`incident:${authorityReport.id}`] }),
  'incident.promptness': () => ({ concerns: [`incident:${authorityReport.id}`] }),
  'incident.clocks': () => ({ concerns: [`incident:${authorityReport.id}`] }),
  'incident.authorityReport': () => ofCase(authorityReport.id, { reportId: authorityReport.reportId }),
  'clauses.todo': () => ({ concerns: [`information:${high}`, `information:${secret}`, `system:${system}`] }),
};

describe('every view that can show what is sensitive', () => {
  it('is tried here', () => {
    const declared = views.filter((view) => 'shown' in view.told).map((view) => view.name);
    expect(Object.keys(shown).sort()).toEqual(declared.sort());
  });

  it.each(Object.entries(shown))(
    '%s tells the log of it, once, before the answer leaves',
    async (name, given) => {
      const { query = {}, id = null, purpose, concerns } = given();
      const told = await toldOf(name, query, id, reader, purpose);
      expect(told).toHaveLength(1);
      expect(told[0]).toMatchObject({ record: id, data: { view: name, concerns: told[0]?.concerns } });
      expect(told[0]?.kind).toBe(`${viewNamed(name).permission.register}.read`);
      expect(told[0]?.concerns).toEqual(expect.arrayContaining(concerns));
      expect(told[0]?.concerns).not.toContain(`information:${plain}`);
      expect(told[0]?.concerns).not.toContain(`person:${reader.personId}`);
    },
  );
});

describe('a search', () => {
  const searchable = views.filter((view) => JSON.stringify(view.input).includes('"search"'));
  it.each(searchable.map((view) => view.name))(
    'in %s is told with its words and how much it found',
    async (name) => {
      const told = await toldOf(name, { search: 'finns ingenstans' });
      expect(told).toMatchObject([{ data: { view: name, search: 'finns ingenstans' } }]);
      expect(told[0]?.kind).toBe(`${viewNamed(name).permission.register}.searched`);
      expect(told[0]?.data['hits']).toBeTypeOf('number');
    },
  );

  it('that shows what is sensitive is one event that tells both', async () => {
    expect(await toldOf('person.list', { search: 'Öberg' })).toMatchObject([
      { kind: 'person.searched', concerns: [`person:${town.other}`], data: { search: 'Öberg', hits: 1 } },
    ]);
  });

  it('for nothing is no search', async () => {
    expect(await toldOf('unit.list', { search: ' ' })).toEqual([]);
  });
});

describe('what need not be told', () => {
  it('is what somebody sees of herself', async () => {
    expect(await toldOf('person.record', {}, town.manager)).toEqual([]);
  });

  it('is information that is neither secret nor of a high class', async () => {
    expect(await toldOf('information.record', {}, plain)).toEqual([]);
  });

  it('is the same look by the same session within a few minutes; by another, of another, or later it is', async () => {
    expect(await toldOf('person.list')).toHaveLength(1);
    expect(await toldOf('person.list')).toHaveLength(0);
    expect(await toldOf('person.list', { sort: '-name' })).toHaveLength(1);
    expect(await toldOf('person.list', {}, null, { ...reader, credentialId: 'another' })).toHaveLength(1);
    now = new Date(now.getTime() + 5 * 60_000);
    expect(await toldOf('person.list')).toHaveLength(1);
  });
});

it('does not let an answer leave when the log cannot be told', async () => {
  const untold = {
    ...services,
    teller: { ...services.teller, seen: () => Promise.reject(new Error('full disk')) },
  };
  const asked = ask(untold, viewNamed('person.list'), { actor: reader, id: null, query: {} });
  await expect(asked).rejects.toThrow('full disk');
});

it('tells a refused question by its code, and on what', async () => {
  const id = town.other;
  await ask(services, viewNamed('account.ofPerson'), { actor: employee(town.other), id, query: {} });
  const found = await sql<{ leaf: string }>`
    select leaf from audit_event where kind = 'access.refused' and record_id = ${id}`.execute(database.db);
  expect(found.rows.map(({ leaf }) => JSON.parse(leaf) as object)).toMatchObject([
    { actor: { person: town.other }, data: { view: 'account.ofPerson', code: 'forbidden' }, touched: [] },
  ]);
});

it('leaves no trace of a level that is never stored, not even of which record', async () => {
  const counted = () =>
    sql<{ n: number }>`select count(*) as n from audit_event`
      .execute(database.db)
      .then(({ rows }) => rows[0]?.n);
  const before = await counted();
  const tried = await actAs(services, reader, classify, { id: plain, version: 1, input: classification(4) });
  expect(tried).toMatchObject({ code: 'levelFourStopped' });
  expect(await counted()).toBe(before);
});
