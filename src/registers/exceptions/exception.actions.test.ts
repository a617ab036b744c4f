import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { ask } from '../../kernel/run.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { actAs, done } from '../../testing/services.ts';
import { list as deviationList } from '../deviations/deviation.views.ts';
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
import {
  answerOf,
  applicationOf,
  arrangeExceptions,
  granted,
  grants,
  opinion,
  remindersSent,
  type Stage,
} from './testing.ts';
import { waitingExceptions } from './waiting.store.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await arrangeExceptions();
});
afterAll(() => stage.database.close());
beforeEach(() => stage.go('2026-11-23'));

const waitingFor = async (actor: Actor, id: string) =>
  (await waitingExceptions(stage.database.db, actor, '2026-11-23')).find((one) => one.recordId === id)
    ?.action ?? null;
type Listed = { items: { id: string; title: string }[]; total: number };
const refusalOf = async (acted: ReturnType<typeof actAs>) => {
  const result = await acted;
  return isRefusal(result) ? result.code : null;
};

describe('an exception', () => {
  it('that is renewed in time ends with its renewal, and nothing becomes a deviation', async () => {
    const { services, head, department, coordinator, go } = stage;
    const { id, version } = await granted(stage, { title: 'Förnyas' }, '2027-04-01');
    const renewal = await done(
      actAs(services, head, renew, {
        id,
        version,
        input: applicationOf(stage, { title: 'Förnyas', endsOn: '2027-10-01' }),
      }),
    );
    expect(await answerOf(stage, record, head, renewal.id)).toMatchObject({
      renews: { id, title: 'Förnyas' },
    });
    await done(actAs(services, head, submit, { id: renewal.id, version: 1 }));
    await done(actAs(services, coordinator, giveOpinion, { id: renewal.id, version: 2, input: opinion }));
    const until = { ...grants, endsOn: '2027-10-01' };
    await done(actAs(services, department, decide, { id: renewal.id, version: 3, input: until }));
    expect(await answerOf(stage, record, head, id)).toMatchObject({
      standing: 'ended',
      endedOn: '2026-11-23',
    });
    go('2027-05-01');
    await seeToExceptions(services);
    const born = await answerOf<Listed>(stage, deviationList, head, null, {
      sourceRegister: 'exception',
      sourceRecord: id,
    });
    expect(born.total).toBe(0);
  });

  it('that is changed after the hearing is heard again, and is not decided by whoever changed it', async () => {
    const { services, head, department, coordinator } = stage;
    const high = { riskAfter: { consequence: 3, likelihood: 3 } };
    const { id } = await done(actAs(services, head, draft, { input: applicationOf(stage, high) }));
    await done(actAs(services, head, submit, { id, version: 1 }));
    await done(actAs(services, coordinator, giveOpinion, { id, version: 2, input: opinion }));
    // The risk is hers to decide on when it is lower.
    await done(actAs(services, department, describeAction, { id, version: 3, input: applicationOf(stage) }));
    const decision = (version: number) => ({ id, version, input: grants });
    expect(await refusalOf(actAs(services, department, decide, decision(4)))).toBe('ownApplication');
    const another = { ...department, personId: newId<'Person'>() };
    expect(await refusalOf(actAs(services, another, decide, decision(4)))).toBe('opinionMissing');
    expect(await answerOf(stage, record, another, id)).toMatchObject({
      opinions: [{ number: 1, stale: true }],
      may: { decide: { allowed: false, because: 'opinionMissing' } },
    });
    expect(await waitingFor(coordinator, id)).toBe('exception.giveOpinion');
    await done(actAs(services, coordinator, giveOpinion, { id, version: 4, input: opinion }));
    expect(await answerOf(stage, record, another, id)).toMatchObject({
      opinions: [{ stale: true }, { number: 2, stale: false }],
      may: { decide: { allowed: true } },
    });
    expect(await waitingFor(department, id)).toBe(null);
    expect(await waitingFor(another, id)).toBe('exception.decide');
  });

  it('that is secret is not named in a mail, and its deviation is as secret', async () => {
    const { services, head, go } = stage;
    const { id } = await granted(
      stage,
      { title: 'Hemligt hål', secrecyProvisions: ['OSL 18:8'] },
      '2026-12-20',
    );
    await seeToExceptions(services);
    const sent = (await remindersSent(stage)).filter((mail) => mail.text.includes(`/undantag/${id}`));
    expect(sent).toHaveLength(2);
    for (const mail of sent) expect(`${mail.subject} ${mail.text}`).not.toContain('Hemligt');
    go('2026-12-21');
    await seeToExceptions(services);
    const born = await answerOf<Listed>(stage, deviationList, head, null, {
      sourceRegister: 'exception',
      sourceRecord: id,
    });
    expect(born.items).toMatchObject([{ secret: true }]);
  });

  it('is seen by those who lead, watch and applied, and looks absent to everybody else', async () => {
    const { services, town } = stage;
    const { id } = await granted(stage, { title: 'Skolans' });
    const officer = holderOf('dataProtectionOfficer', newId<'Person'>());
    const elsewhere = holderOf('manager', town.other, {
      scope: 'unit',
      scopeId: town.care,
      units: [town.care],
    });
    for (const actor of [elsewhere, employee(town.other, town.school)])
      expect(await ask(services, record, { actor, id, query: {} })).toMatchObject({ code: 'notFound' });
    expect((await answerOf<Listed>(stage, list, elsewhere)).total).toBe(0);
    const attempt = { id, version: 4, input: { reason: 'Prövar' } };
    expect(await refusalOf(actAs(services, elsewhere, end, attempt))).toBe('notFound');
    expect((await answerOf<Listed>(stage, list, officer, null, { search: 'skolans' })).total).toBe(1);
    expect(
      (await answerOf<Listed>(stage, list, employee(town.manager))).items.map((one) => one.title),
    ).toContain('Skolans');
    expect(await refusalOf(actAs(services, officer, end, attempt))).toBe('forbidden');
  });

  it('is not for what one cannot see, nor moved where one may do nothing', async () => {
    const { services, town, head } = stage;
    const unseen = applicationOf(stage, { object: { register: 'system', id: newId() } });
    expect(await refusalOf(actAs(services, head, draft, { input: unseen }))).toBe('objectUnknown');
    const theirs = applicationOf(stage, { unitId: town.care });
    expect(await refusalOf(actAs(services, head, draft, { input: theirs }))).toBe('forbidden');
    const made = await done(actAs(services, head, draft, { input: applicationOf(stage) }));
    const moved = { id: made.id, version: 1, input: theirs };
    expect(await refusalOf(actAs(services, head, describeAction, moved))).toBe('forbidden');
    const nowhere = applicationOf(stage, { clause: null, sentenceId: newId() });
    expect(await refusalOf(actAs(services, head, draft, { input: nowhere }))).toBe('demandUnknown');
    expect(
      await refusalOf(actAs(services, head, draft, { input: applicationOf(stage, { clause: 'P00' }) })),
    ).toBe('demandUnknown');
  });

  it('is decided by the municipality’s own table when it has one', async () => {
    const { services, town, head, coordinator } = stage;
    const rule = { risk: 'medium', office: 'municipalDirector', longestMonths: 2, reason: 'Vi är få' };
    expect(await refusalOf(actAs(services, head, setRule, { input: rule }))).toBe('forbidden');
    await done(actAs(services, coordinator, setRule, { input: rule }));
    expect(await answerOf<{ items: object[] }>(stage, rules, employee(town.other))).toMatchObject({
      items: [{ risk: 'low' }, { ...rule }, { risk: 'high' }, { risk: 'extreme' }],
      maySet: false,
    });
    await expect(granted(stage)).rejects.toThrow('notTheDecider');
    await done(
      actAs(services, coordinator, setRule, {
        input: { ...rule, office: 'departmentHead', longestMonths: 24 },
      }),
    );
    await granted(stage);
  });

  it('cannot be granted without an end or a counterweight, whatever the code lets through', async () => {
    const { database } = stage;
    const { id } = await granted(stage, { title: 'Databasen vakar' });
    const set = (what: string) =>
      database.db.transaction().execute(async (transaction) => {
        await sql.raw(`update exception set ${what} where id = '${id}'`).execute(transaction);
      });
    await expect(set('ends_on = null')).rejects.toThrow();
    await expect(set(`compensation = ''`)).rejects.toThrow();
    await expect(set(`clause = null`)).rejects.toThrow();
  });

  it('expires for nobody but time', async () => {
    const { services, head, department, coordinator } = stage;
    const { id } = await granted(stage);
    for (const actor of [head, department, coordinator])
      expect(await refusalOf(actAs(services, actor, expire, { id }))).toBe('forbidden');
    expect(await refusalOf(actAs(services, system, expire, { id }))).toBe('notOverrun');
  });

  it('follows its unit into the successor', async () => {
    const { services, database, town } = stage;
    const { id } = await granted(stage, { title: 'Flyttar' });
    const { followers } = exceptionRegister;
    await database.db.transaction().execute(async (transaction) => {
      const touched = (await followers?.touched(transaction, town.school)) ?? [];
      expect(touched).toContain(`exception:${id}`);
      const event = { kind: 'test.moved', record: null, touched };
      const stamp = await appendEvent(transaction, system, 'unit', event, services.clock());
      await followers?.follow(transaction, town.school, town.care, stamp);
    });
    const there = holderOf('manager', town.other, { scope: 'unit', scopeId: town.care, units: [town.care] });
    expect((await answerOf<Listed>(stage, list, there, null, { search: 'flyttar' })).total).toBe(1);
  });
});
