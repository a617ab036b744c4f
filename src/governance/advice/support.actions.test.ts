import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import type { Services } from '../../kernel/run.ts';
import { anonymous, employee } from '../../testing/actors.ts';
import type { Arranged } from '../../testing/arrange.ts';
import type { TestDatabase } from '../../testing/database.ts';
import { actAs, done } from '../../testing/services.ts';
import { answer, ask } from './advice.actions.ts';
import { figures } from './advice.views.ts';
import { edit, publish, setSupportContact, setTargetDays, withdraw } from './support.actions.ts';
import { published, publishedRecord, support } from './support.views.ts';
import { AdviceTown, asked } from './testing.ts';

let adviceTown: AdviceTown;
let database: TestDatabase;
let services: Services;
let town: Arranged;
let anna: Actor;
let secure: Actor;
let technician: Actor;
let nosy: Actor;
beforeAll(async () => {
  adviceTown = await AdviceTown.open();
  ({ database, services, town, anna, secure, technician, nosy } = adviceTown);
});
afterAll(() => database.close());

const answerOf: AdviceTown['answerOf'] = (...given) => adviceTown.answerOf(...given);
const ids: AdviceTown['ids'] = (...given) => adviceTown.ids(...given);

describe('an answer for everybody', () => {
  const words = { office: 'securityCoordinator', question: 'Får jag läsa om min granne?', answer: 'Nej.' };

  it('is published without who asked, searched, changed and taken back', async () => {
    const made = await done(actAs(services, anna, ask, { input: asked() }));
    const named = { ...words, question: 'Får Lind läsa?', adviceId: made.id };
    expect(await actAs(services, secure, publish, { input: named })).toMatchObject({ code: 'namesTheAsker' });
    const whole = { ...words, answer: 'Maria  LINDs fråga: nej.', adviceId: made.id };
    expect(await actAs(services, secure, publish, { input: whole })).toMatchObject({ code: 'namesTheAsker' });
    // ”Lindrig” is no name.
    const input = { ...words, answer: 'Nej, lindrigt sagt.', adviceId: made.id };
    const row = await done(actAs(services, secure, publish, { input }));
    const everybody = employee(town.other);
    expect(await ids(published, everybody, { search: 'GRANNE' })).toContain(row.id);
    expect(await ids(published, everybody, { search: '%' })).toEqual([]);
    const shown = JSON.stringify(await answerOf(publishedRecord, everybody, row.id));
    expect(shown).not.toContain(made.id);
    expect(shown).not.toContain(town.manager);
    const { rows } = await sql<{
      leaf: string;
    }>`select leaf from audit_event where record_id = ${row.id}`.execute(database.db);
    expect(rows.some(({ leaf }) => leaf.includes(made.id))).toBe(false);
    await done(
      actAs(services, secure, edit, { id: row.id, version: 1, input: { ...words, answer: 'Aldrig.' } }),
    );
    await done(actAs(services, secure, withdraw, { id: row.id, version: 2, input: { reason: 'Ny lag' } }));
    expect(await ids(published, everybody, { search: 'granne' })).toEqual([]);
    expect(await actAs(services, secure, edit, { id: row.id, version: 3, input: words })).toMatchObject({
      code: 'withdrawn',
    });
  });
});

describe('the support roles', () => {
  type Roles = { items: { office: string; name: string | null; vacant: boolean; email: string | null }[] };

  it('are told with name to who has signed in, and by the offices’ own addresses to others', async () => {
    const inside = await answerOf<Roles>(support, employee(town.other));
    expect(inside.items.map((one) => [one.name, one.vacant])).toEqual([
      ['Siv securityCoordinator', false],
      ['Siv itManager', false],
    ]);
    expect(inside.items[1]?.email).toContain('@prov.example');
    const outside = await answerOf<Roles>(support, anonymous);
    expect(outside.items.every((one) => one.name === null && one.email === null && !one.vacant)).toBe(true);
    const input = { office: 'itManager', email: 'it@prov.example', telephone: null };
    await done(actAs(services, technician, setSupportContact, { input }));
    expect((await answerOf<Roles>(support, anonymous)).items[1]?.email).toBe('it@prov.example');
    expect((await answerOf<Roles>(support, anna)).items[1]?.email).toBe('it@prov.example');
    expect(await actAs(services, technician, setSupportContact, { input })).toMatchObject({
      code: 'nothingChanged',
    });
    const bad = { ...input, email: 'it@prov.example\r\nbcc: x@y.z' };
    expect(await actAs(services, technician, setSupportContact, { input: bad })).toMatchObject({
      code: 'invalid',
    });
    for (const email of ['it@prov', 'it@prov.example?subject=x', 'it,sak@prov.example'])
      expect(
        await actAs(services, technician, setSupportContact, { input: { ...input, email } }),
      ).toMatchObject({ code: 'emailUnreadable', field: 'email' });
  });

  it('have a target from a day on, and never backwards', async () => {
    const input = { workingDays: 3, validFrom: '2026-12-01', reason: 'Fler frågor än vi hinner' };
    await done(actAs(services, nosy, setTargetDays, { input }));
    expect(await actAs(services, nosy, setTargetDays, { input })).toMatchObject({ code: 'nothingChanged' });
    const past = { ...input, workingDays: 9, validFrom: '2026-11-22' };
    expect(await actAs(services, nosy, setTargetDays, { input: past })).toMatchObject({
      code: 'targetBackwards',
    });
    await done(actAs(services, nosy, setTargetDays, { input: { ...input, workingDays: 4 } }));
    expect(await actAs(services, secure, setTargetDays, { input })).toMatchObject({ code: 'forbidden' });
  });

  it('are told in figures how fast they answer', async () => {
    const made = await done(actAs(services, anna, ask, { input: asked() }));
    await done(actAs(services, secure, answer, { id: made.id, version: 1, input: { answer: 'Svar' } }));
    const told = await answerOf<{ answered: number; inTime: number }>(figures, secure);
    expect(told.answered).toBe(told.inTime);
    expect(told.answered).toBeGreaterThan(0);
  });
});
