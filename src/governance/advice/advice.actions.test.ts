import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '../../app.ts';
import { findings } from '../../clauses/clause.views.ts';
import type { Actor } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { ask as question, type Services } from '../../kernel/run.ts';
import type { View } from '../../kernel/view.ts';
import { employee, system } from '../../testing/actors.ts';
import type { Arranged } from '../../testing/arrange.ts';
import type { TestDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { AdviceTown, appointed, asked, type Listed } from './testing.ts';
import { answer, ask, close, followUp, reopen } from './advice.actions.ts';
import { mine, record, toAnswer } from './advice.views.ts';
import { publish } from './support.actions.ts';

let adviceTown: AdviceTown;
let database: TestDatabase;
let services: Services;
let town: Arranged;
let anna: Actor;
let secure: Actor;
let technician: Actor;
let nosy: Actor;
let deputy: Actor;
beforeAll(async () => {
  adviceTown = await AdviceTown.open();
  ({ database, services, town, anna, secure, technician, nosy } = adviceTown);
  deputy = await appointed(database.db, 'securityCoordinator', true);
});
afterAll(() => database.close());

const answerOf: AdviceTown['answerOf'] = (...given) => adviceTown.answerOf(...given);
const ids: AdviceTown['ids'] = (...given) => adviceTown.ids(...given);

describe('a question', () => {
  it('is asked, answered by the deputy, asked further, closed and opened again', async () => {
    const made = await done(actAs(services, anna, ask, { input: asked() }));
    expect(await ids(toAnswer, secure)).toContain(made.id);
    await done(actAs(services, deputy, answer, { id: made.id, version: 1, input: { answer: 'Ring mig.' } }));
    const more = { id: made.id, version: 2, input: { question: 'På vilket nummer?' } };
    await done(actAs(services, anna, followUp, more));
    await done(actAs(services, secure, answer, { id: made.id, version: 3, input: { answer: '0926-1' } }));
    await done(actAs(services, secure, close, { id: made.id, version: 4 }));
    expect(await actAs(services, anna, followUp, { ...more, version: 5 })).toMatchObject({ code: 'closed' });
    await done(actAs(services, anna, reopen, { ...more, version: 5 }));
    const shown = await answerOf<{
      state: string;
      entries: { kind: string; text: string; byAsker: boolean }[];
    }>(record, anna, made.id);
    expect(shown.state).toBe('waiting');
    expect(shown.entries.map((one) => one.kind)).toEqual([
      'question',
      'answer',
      'question',
      'answer',
      'closing',
      'question',
    ]);
    expect(shown.entries.map((one) => one.byAsker)).toEqual([true, false, true, false, false, true]);
  });

  it('is closed unanswered by who asked, and by nobody else', async () => {
    const made = await done(actAs(services, anna, ask, { input: asked() }));
    const attempt = { id: made.id, version: 1 };
    expect(await actAs(services, secure, close, attempt)).toMatchObject({ code: 'notAnswered' });
    await done(actAs(services, anna, close, attempt));
    expect(await actAs(services, anna, close, { ...attempt, version: 2 })).toMatchObject({ code: 'closed' });
    const late = { id: made.id, version: 2, input: { answer: 'Ändå' } };
    expect(await actAs(services, secure, answer, late)).toMatchObject({ code: 'closed' });
    expect(
      await actAs(services, anna, reopen, { id: made.id, version: 1, input: { question: 'Hej?' } }),
    ).toMatchObject({ code: 'versionMoved' });
  });

  it('cannot be put where only the asker would answer, nor answered by herself', async () => {
    expect(await actAs(services, technician, ask, { input: asked('itManager') })).toMatchObject({
      code: 'onlyYourself',
    });
    const made = await done(actAs(services, secure, ask, { input: asked() }));
    const own = { id: made.id, version: 1, input: { answer: 'Ja.' } };
    expect(await actAs(services, secure, answer, own)).toMatchObject({ code: 'ownQuestion' });
    expect(await actAs(services, system, ask, { input: asked() })).toMatchObject({ code: 'notAPerson' });
  });

  it('points only at what the asker may see', async () => {
    const about = { register: 'system', id: newId() };
    expect(await actAs(services, anna, ask, { input: { ...asked(), about } })).toMatchObject({
      code: 'aboutUnknown',
    });
  });

  it('may be warned about a personnummer before it is sent', async () => {
    const input = { ...asked(), question: 'Gäller 640823-3234.' };
    expect(await actAs(services, anna, ask, { input })).toMatchObject({ code: 'personnummerSuspected' });
  });
});

describe('nobody but who asked and who answers', () => {
  it('is shown a question, or told that there is one', async () => {
    const made = await done(actAs(services, anna, ask, { input: asked() }));
    for (const actor of [nosy, technician, employee(town.other)]) {
      const seen = await question(services, record, { actor, id: made.id, query: {} });
      const absent = await question(services, record, { actor, id: newId(), query: {} });
      expect(seen).toEqual(absent);
      expect(seen).toMatchObject({ code: 'notFound' });
      expect(await ids(mine, actor)).not.toContain(made.id);
      for (const action of [answer, close, followUp, reopen]) {
        const input =
          action === answer ? { answer: 'Hej hej' } : action === close ? {} : { question: 'Hej hej' };
        const tried = await actAs(services, actor, action, { id: made.id, version: 1, input });
        expect(isRefusal(tried) && ['notFound', 'forbidden'].includes(tried.code), action.name).toBe(true);
      }
      const from = { office: 'itManager', question: 'Får man?', answer: 'Ja då.', adviceId: made.id };
      expect(isRefusal(await actAs(services, actor, publish, { input: from }))).toBe(true);
    }
    const it = await answerOf<Listed>(toAnswer, technician);
    expect(it).toMatchObject({ items: [], total: 0 });
    expect((await answerOf<Listed>(toAnswer, technician, null, { search: 'kollega' })).total).toBe(0);
    expect((await answerOf<Listed>(mine, nosy, null, { search: 'kollega' })).total).toBe(0);
  });

  it('reads it in the log either', async () => {
    const { rows } = await sql<{ leaf: string }>`select leaf from audit_event where kind like 'advice.%'
      and kind not like '%.searched'`.execute(database.db);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.some(({ leaf }) => leaf.includes('kollega') || leaf.includes('Ring mig'))).toBe(false);
  });

  it('sees it as a finding, once it is overdue', async () => {
    const late = testServices(database.db, new Date('2026-12-10T10:00:00Z'));
    const of = async (actor: Actor) => {
      const request = { actor, id: null, query: { number: 'P12' } };
      const result = await question(late, findings, request);
      if (isRefusal(result)) throw new Error(result.code);
      return result.answer as { items: { register: string; recordName: string }[]; outside: number };
    };
    const names = async (actor: Actor) =>
      (await of(actor)).items.filter((one) => one.register === 'advice').map((one) => one.recordName);
    expect(await names(secure)).toContain('Om en kollega');
    expect(await names(deputy)).toContain('Om en kollega');
    expect(await names(nosy)).toEqual([]);
    expect(await names(technician)).toEqual([]);
    expect((await of(nosy)).outside).toBeGreaterThan(0);
  });

  it('but who has read it is told to the log, except the asker herself', async () => {
    const made = await done(actAs(services, anna, ask, { input: asked() }));
    const reads = async () =>
      (
        await sql<{ n: number }>`select count(*) as n from audit_event
          where kind = 'advice.read' and ${`advice:${made.id}`} = any(concerns)`.execute(database.db)
      ).rows[0]?.n;
    await answerOf(record, anna, made.id);
    expect(await reads()).toBe(0);
    await answerOf(record, secure, made.id);
    expect(await reads()).toBe(1);
  });
});

describe('what waits', () => {
  const waiting = registers
    .flatMap((one): readonly View[] => one.views)
    .find((one) => one.name === 'todo.waiting');
  type Waits = { items: { recordId: string; office: string; dueOn: string; overdue: boolean }[] };

  it('is shown to who can answer it, with its last day', async () => {
    if (waiting === undefined) throw new Error('nothing asks the registers');
    const made = await done(actAs(services, anna, ask, { input: asked() }));
    const found = (await answerOf<Waits>(waiting, deputy)).items.find((one) => one.recordId === made.id);
    expect(found).toMatchObject({ office: 'securityCoordinator', dueOn: '2026-11-25', overdue: false });
    for (const actor of [technician, nosy, anna])
      expect((await answerOf<Waits>(waiting, actor)).items.some((one) => one.recordId === made.id)).toBe(
        false,
      );
    await done(actAs(services, secure, answer, { id: made.id, version: 1, input: { answer: 'Svar' } }));
    const after = (await answerOf<Waits>(waiting, deputy)).items;
    expect(after.some((one) => one.recordId === made.id)).toBe(false);
  });
});

it('who has left the office sees no question more, and who has come sees those already asked', async () => {
  const made = await done(actAs(services, anna, ask, { input: asked('itManager') }));
  await database.db.transaction().execute(async (transaction) => {
    const draft = { kind: 'test.left', record: null };
    const { eventId } = await appendEvent(transaction, system, 'setting', draft, services.clock());
    await sql`update appointment set version = version + 1, changed_by_event = ${eventId},
      valid = daterange('2020-01-01', '2026-11-23') where person_id = ${technician.personId}`.execute(
      transaction,
    );
  });
  // The very actor of before: her session may still say that she holds it.
  expect(await question(services, record, { actor: technician, id: made.id, query: {} })).toMatchObject({
    code: 'notFound',
  });
  expect(await actAs(services, anna, ask, { input: asked('itManager') })).toMatchObject({
    code: 'officeVacant',
  });
  const newcomer = await appointed(database.db, 'itManager', false, '2026-11-23');
  expect(await ids(toAnswer, newcomer)).toEqual([made.id]);
});
