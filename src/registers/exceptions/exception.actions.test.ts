import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { ask, type Services } from '../../kernel/run.ts';
import type { View } from '../../kernel/view.ts';
import { serveInstallation } from '../../people/signin/installation.ts';
import { appointed } from '../../governance/advice/testing.ts';
import { employee, holderOf } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { list as deviationList, record as deviationRecord } from '../deviations/deviation.views.ts';
import {
  close,
  decide as decideDeviation,
  describe as describeDeviation,
} from '../deviations/deviation.actions.ts';
import { finish, judge, register as registerMeasure } from '../measures/measure.actions.ts';
import { list as measureList, record as measureRecord } from '../measures/measure.views.ts';
import {
  decide,
  describe as describeAction,
  draft,
  end,
  giveOpinion,
  renew,
  submit,
} from './exception.actions.ts';
import { list, record, rules } from './exception.views.ts';
import { setRule } from './exception-rule.actions.ts';
import { expire } from './expiry.actions.ts';
import { seeToExceptions } from './keep.ts';
import { exceptionRegister } from './register.ts';
import { waitingExceptions } from './waiting.store.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let head: Actor;
let department: Actor;
let coordinator: Actor;
let officer: Actor;
const clock = { now: new Date('2026-11-23T10:00:00Z') };
const go = (day: string) => {
  clock.now = new Date(`${day}T10:00:00Z`);
};

beforeAll(async () => {
  database = await testDatabase();
  services = { ...testServices(database.db), clock: () => clock.now };
  town = await arrange(database.db);
  const where = { scope: 'unit', scopeId: town.school, units: [town.school] } as const;
  head = holderOf('manager', town.manager, where);
  department = holderOf('departmentHead', town.other, { ...where, scopeId: town.care });
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  officer = holderOf('dataProtectionOfficer', newId<'Person'>());
  await appointed(database.db, 'informationSecurityCoordinator', false, '2020-01-01', town.other);
  serveInstallation({
    publicUrl: 'https://varna.prov.example',
    secretKey: Buffer.alloc(32),
    isDemo: false,
    version: '0',
  });
});
afterAll(() => database.close());
beforeEach(() => go('2026-11-23'));

const input = (more: object = {}) => ({
  title: 'Gamla plattor utan inloggning',
  object: { register: 'unit', id: town.school },
  clause: 'P43',
  sentenceId: null,
  unitId: town.school,
  reason: 'De byts i vår',
  compensation: 'De står i ett låst rum',
  riskBefore: { consequence: 3, likelihood: 3 },
  riskAfter: { consequence: 2, likelihood: 2 },
  personalData: false,
  secrecyProvisions: [],
  endsOn: '2027-02-01',
  ...more,
});
const grants = {
  granted: true,
  decision: 'Beviljas',
  conditions: 'Låst rum',
  validFrom: null,
  endsOn: '2027-02-01',
};
const opinion = { office: 'informationSecurityCoordinator', stance: 'supports', text: 'Rimligt' };

async function answerOf<T>(view: View, actor: Actor, id: string | null = null, query = {}): Promise<T> {
  const result = await ask(services, view, { actor, id, query });
  if (isRefusal(result)) throw new Error(`${view.name}: ${result.code}`);
  return result.answer as T;
}
type Listed = { items: { id: string; title: string }[]; total: number };
const refusalOf = async (acted: ReturnType<typeof actAs>) => {
  const result = await acted;
  return isRefusal(result) ? result.code : null;
};

/** An exception of the school's, granted until a day. */
async function granted(more: object = {}, endsOn = '2027-02-01'): Promise<{ id: string; version: number }> {
  const made = await done(actAs(services, head, draft, { input: input({ ...more, endsOn }) }));
  const { id } = made;
  await done(actAs(services, head, submit, { id, version: 1 }));
  await done(actAs(services, coordinator, giveOpinion, { id, version: 2, input: opinion }));
  return done(actAs(services, department, decide, { id, version: 3, input: { ...grants, endsOn } }));
}

const mails = async () =>
  (
    await sql<{ address: string; subject: string; text: string }>`
      select address, subject, body_text as text from mail where kind = 'exceptionEnding' order by queued_at, address`.execute(
      database.db,
    )
  ).rows;

it('goes from an application by opinion and decision to a reminder, its end, a deviation, a measure and its effect', async () => {
  const { id } = await done(actAs(services, head, draft, { input: input() }));
  const attempt = { id, version: 1, input: grants };
  expect(await refusalOf(actAs(services, department, decide, attempt))).toBe('notSubmitted');
  await done(actAs(services, head, submit, { id, version: 1 }));
  expect(await refusalOf(actAs(services, department, decide, { ...attempt, version: 2 }))).toBe(
    'opinionMissing',
  );
  await done(actAs(services, coordinator, giveOpinion, { id, version: 2, input: opinion }));
  // The risk is medium, so the manager is not the one, and the coordinator neither.
  for (const actor of [head, coordinator])
    expect(await refusalOf(actAs(services, actor, decide, { ...attempt, version: 3 }))).toBe('notTheDecider');
  const waiting = await waitingExceptions(database.db, department, '2026-11-23');
  expect(waiting).toMatchObject([{ recordId: id, action: 'exception.decide', office: 'departmentHead' }]);
  await done(actAs(services, department, decide, { ...attempt, version: 3 }));
  expect(await answerOf(record, head, id)).toMatchObject({
    standing: 'inForce',
    decidedAs: 'departmentHead',
    levelAfter: 'medium',
    opinions: [{ number: 1, stance: 'supports' }],
  });

  go('2026-12-02');
  await seeToExceptions(services);
  expect(await mails()).toEqual([]);
  go('2026-12-03');
  await Promise.all([seeToExceptions(services), seeToExceptions(services)]);
  await seeToExceptions(services);
  const first = await mails();
  expect(first.map((one) => one.address)).toEqual(['ake@prov.example', 'maria@prov.example']);
  expect(first[0]?.text).toMatch(/till och med 1\sfebruari\s2027, om 60 dagar/);
  expect(await waitingExceptions(database.db, head, '2026-12-03')).toMatchObject([
    { recordId: id, action: 'exception.renew', dueOn: '2027-02-01', overdue: false },
  ]);
  go('2027-01-18');
  await seeToExceptions(services);
  expect(await mails()).toHaveLength(4);

  go('2027-02-01');
  await seeToExceptions(services);
  expect((await answerOf<Listed>(deviationList, head)).total).toBe(0);
  go('2027-02-02');
  // Two processes at once, and one that did not take the lock: still one deviation.
  await Promise.all([
    seeToExceptions(services),
    seeToExceptions(services),
    actAs(services, { ...coordinator, kind: 'system' }, expire, { id }),
  ]);
  await seeToExceptions(services);
  const deviations = await answerOf<Listed>(deviationList, head);
  expect(deviations.total).toBe(1);
  const deviation = deviations.items[0]?.id ?? '';
  expect(await answerOf(deviationRecord, head, deviation)).toMatchObject({
    discoveredOn: '2027-02-02',
    source: { register: 'exception', id, name: 'Gamla plattor utan inloggning' },
    clause: 'P43',
    state: 'reported',
  });
  expect(await answerOf(record, head, id)).toMatchObject({ standing: 'expired', endedOn: '2027-02-02' });

  const measured = await done(
    actAs(services, head, registerMeasure, {
      input: {
        title: 'Byt plattorna',
        description: '',
        unitId: town.school,
        ownerPersonId: town.manager,
        ownerOffice: null,
        dueOn: '2027-03-01',
        cost: 40_000,
        secrecyProvisions: [],
        source: { register: 'deviation', id: deviation },
        clause: null,
      },
    }),
  );
  const known = {
    title: 'Undantag som har gått ut',
    description: '',
    clause: 'P43',
    sentenceId: null,
    unitId: town.school,
    discoveredOn: '2027-02-02',
    handling: 'Låst rum',
    cause: 'Ingen förnyade',
    risk: { consequence: 2, likelihood: 2 },
    secrecyProvisions: [],
  };
  const of = { id: deviation };
  await done(actAs(services, head, describeDeviation, { ...of, version: 1, input: known }));
  const decision = { decision: 'Byt plattorna', followUpOn: '2027-03-15' };
  await done(actAs(services, head, decideDeviation, { ...of, version: 2, input: decision }));
  await done(actAs(services, head, close, { ...of, version: 3, input: { outcome: 'Bytta' } }));
  // The source is closed; what was to be done is still there, and still to be done.
  expect(await answerOf(measureList, head, null, { open: 'true' })).toMatchObject({
    items: [{ id: measured.id, title: 'Byt plattorna', sourceRegister: 'deviation' }],
  });
  go('2027-02-20');
  await done(
    actAs(services, employee(town.manager), finish, {
      id: measured.id,
      version: 1,
      input: { doneOn: '2027-02-19' },
    }),
  );
  const seen = { effect: 'achieved', effectSeen: 'Alla loggar in' };
  await done(actAs(services, head, judge, { id: measured.id, version: 2, input: seen }));
  expect(await answerOf(measureRecord, head, measured.id)).toMatchObject({
    state: 'judged',
    effect: 'achieved',
    source: { register: 'deviation', name: 'Undantag som har gått ut' },
  });
});

describe('an exception', () => {
  it('that is renewed in time ends with its renewal, and nothing becomes a deviation', async () => {
    const { id, version } = await granted({ title: 'Förnyas' }, '2027-04-01');
    const renewal = await done(
      actAs(services, head, renew, { id, version, input: input({ title: 'Förnyas', endsOn: '2027-10-01' }) }),
    );
    expect(await answerOf(record, head, renewal.id)).toMatchObject({ renews: { id, title: 'Förnyas' } });
    await done(actAs(services, head, submit, { id: renewal.id, version: 1 }));
    await done(actAs(services, coordinator, giveOpinion, { id: renewal.id, version: 2, input: opinion }));
    const until = { ...grants, endsOn: '2027-10-01' };
    await done(actAs(services, department, decide, { id: renewal.id, version: 3, input: until }));
    expect(await answerOf(record, head, id)).toMatchObject({ standing: 'ended', endedOn: '2026-11-23' });
    go('2027-05-01');
    await seeToExceptions(services);
    const born = await answerOf<Listed>(deviationList, head, null, {
      sourceRegister: 'exception',
      sourceRecord: id,
    });
    expect(born.total).toBe(0);
  });

  it('that is secret is not named in a mail, and its deviation is as secret', async () => {
    const { id } = await granted({ title: 'Hemligt hål', secrecyProvisions: ['OSL 18:8'] }, '2026-12-20');
    await seeToExceptions(services);
    const sent = (await mails()).filter((mail) => mail.text.includes(`/undantag/${id}`));
    expect(sent).toHaveLength(2);
    for (const mail of sent) expect(`${mail.subject} ${mail.text}`).not.toContain('Hemligt');
    go('2026-12-21');
    await seeToExceptions(services);
    const born = await answerOf<Listed>(deviationList, head, null, {
      sourceRegister: 'exception',
      sourceRecord: id,
    });
    expect(born.items).toMatchObject([{ secret: true }]);
  });

  it('is seen by those who lead, watch and applied, and looks absent to everybody else', async () => {
    const { id } = await granted({ title: 'Skolans' });
    const elsewhere = holderOf('manager', town.other, {
      scope: 'unit',
      scopeId: town.care,
      units: [town.care],
    });
    for (const actor of [elsewhere, employee(town.other, town.school)])
      expect(await ask(services, record, { actor, id, query: {} })).toMatchObject({ code: 'notFound' });
    expect((await answerOf<Listed>(list, elsewhere)).total).toBe(0);
    const attempt = { id, version: 4, input: { reason: 'Prövar' } };
    expect(await refusalOf(actAs(services, elsewhere, end, attempt))).toBe('notFound');
    expect((await answerOf<Listed>(list, officer, null, { search: 'skolans' })).total).toBe(1);
    expect((await answerOf<Listed>(list, employee(town.manager))).items.map((one) => one.title)).toContain(
      'Skolans',
    );
    expect(await refusalOf(actAs(services, officer, end, attempt))).toBe('forbidden');
  });

  it('is not for what one cannot see, nor moved where one may do nothing', async () => {
    const unseen = input({ object: { register: 'system', id: newId() } });
    expect(await refusalOf(actAs(services, head, draft, { input: unseen }))).toBe('objectUnknown');
    const theirs = input({ unitId: town.care });
    expect(await refusalOf(actAs(services, head, draft, { input: theirs }))).toBe('forbidden');
    const made = await done(actAs(services, head, draft, { input: input() }));
    const moved = { id: made.id, version: 1, input: theirs };
    expect(await refusalOf(actAs(services, head, describeAction, moved))).toBe('forbidden');
    const nowhere = input({ clause: null, sentenceId: newId() });
    expect(await refusalOf(actAs(services, head, draft, { input: nowhere }))).toBe('demandUnknown');
    expect(await refusalOf(actAs(services, head, draft, { input: input({ clause: 'P00' }) }))).toBe(
      'demandUnknown',
    );
  });

  it('is decided by the municipality’s own table when it has one', async () => {
    const rule = { risk: 'medium', office: 'municipalDirector', longestMonths: 2, reason: 'Vi är få' };
    expect(await refusalOf(actAs(services, head, setRule, { input: rule }))).toBe('forbidden');
    await done(actAs(services, coordinator, setRule, { input: rule }));
    expect(await answerOf<{ items: object[] }>(rules, employee(town.other))).toMatchObject({
      items: [{ risk: 'low' }, { ...rule }, { risk: 'high' }, { risk: 'extreme' }],
      maySet: false,
    });
    await expect(granted()).rejects.toThrow('notTheDecider');
    await done(
      actAs(services, coordinator, setRule, {
        input: { ...rule, office: 'departmentHead', longestMonths: 24 },
      }),
    );
    await granted();
  });

  it('cannot be granted without an end or a counterweight, whatever the code lets through', async () => {
    const { id } = await granted({ title: 'Databasen vakar' });
    const set = (what: string) =>
      database.db.transaction().execute(async (transaction) => {
        await sql.raw(`update exception set ${what} where id = '${id}'`).execute(transaction);
      });
    await expect(set('ends_on = null')).rejects.toThrow();
    await expect(set(`compensation = ''`)).rejects.toThrow();
    await expect(set(`clause = null`)).rejects.toThrow();
  });

  it('expires for nobody but time', async () => {
    const { id } = await granted();
    for (const actor of [head, department, coordinator])
      expect(await refusalOf(actAs(services, actor, expire, { id }))).toBe('forbidden');
    expect(await refusalOf(actAs(services, { ...coordinator, kind: 'system' }, expire, { id }))).toBe(
      'notOverrun',
    );
  });

  it('follows its unit into the successor', async () => {
    const { id } = await granted({ title: 'Flyttar' });
    const { followers } = exceptionRegister;
    await database.db.transaction().execute(async (transaction) => {
      const touched = (await followers?.touched(transaction, town.school)) ?? [];
      expect(touched).toContain(`exception:${id}`);
      const event = { kind: 'test.moved', record: null, touched };
      const stamp = await appendEvent(
        transaction,
        { ...coordinator, kind: 'system' },
        'unit',
        event,
        clock.now,
      );
      await followers?.follow(transaction, town.school, town.care, stamp);
    });
    const there = holderOf('manager', town.other, { scope: 'unit', scopeId: town.care, units: [town.care] });
    expect((await answerOf<Listed>(list, there, null, { search: 'flyttar' })).total).toBe(1);
  });
});
