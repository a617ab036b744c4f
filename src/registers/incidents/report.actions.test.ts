import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { actAs, done } from '../../testing/services.ts';
import { close, conclude, note } from './work.actions.ts';
import { merge } from './merging/merge.actions.ts';
import { triage } from './incident.actions.ts';
import { record } from './incident.views.ts';
import { intakeLimits } from './intake.ts';
import { unitCode } from './poster/unit-code.ts';
import { add, follow, report } from './report.actions.ts';
import { forgetIntake } from './report.store.ts';
import { asked, openDesk, reported, reportOf, triaged, triageOf, visitor } from './testing.ts';

let now = new Date('2026-11-23T10:00:00Z');
const desk = await openDesk(() => now);
const { database, services, town, coordinator } = desk;
afterAll(() => desk.database.close());
beforeEach(() => {
  now = new Date(now.getTime() + 2 * 3_600_000);
});

const someone = visitor('192.0.2.7');
const counted = async (what: string) => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(what)}`.execute(
    database.db,
  );
  return rows[0]?.n ?? 0;
};
const send = (input: object, actor: Actor = someone) => actAs(services, actor, report, { input });
const insider = () => employee(town.other, town.care);
const unitOf = async (id: string) => {
  const { rows } = await sql<{ unit: string | null }>`
    select unit_id as unit from incident where id = ${id}`.execute(database.db);
  return rows[0]?.unit;
};
const codeFrom = async (input: object, actor?: Actor) => (await done(send(input, actor)))['code'] as string;

describe('a report', () => {
  it('becomes a case with the code that it is followed by, and nothing else is told', async () => {
    const answer = await done(send(reportOf()));
    expect(Object.keys(answer).sort()).toEqual(['code', 'event']);
    expect(answer['code']).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('sent five times, at once and from several addresses, is one case with one code', async () => {
    const input = reportOf();
    const before = await counted('incident');
    const codes = await Promise.all(
      ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'].map((address) =>
        codeFrom(input, visitor(address)),
      ),
    );
    codes.push(await codeFrom(input, employee(town.manager, town.school)));
    expect(new Set(codes).size).toBe(1);
    expect(await counted('incident')).toBe(before + 1);
  });

  it.each([
    ['signed in', () => employee(town.manager, town.school), {}, ['person', true, true]],
    ['with a contact', () => someone, { contact: 'anna@kommun.example' }, ['contact', false, false]],
    ['as nobody', () => someone, {}, ['anonymous', false, false]],
  ] as const)('%s keeps who it was, or not', async (_who, actor, more, expected) => {
    const id = await reported(services, actor(), more);
    const { rows } = await sql<{ reporter: string; known: boolean; placed: boolean }>`
      select reporter, reported_by is not null as known, unit_id is not null as placed from incident
      where id = ${id}`.execute(database.db);
    expect(Object.values(rows[0] ?? {})).toEqual(expected);
  });

  it('that was noticed later than now, by a clock that is wrong, was noticed now', async () => {
    const id = await reported(services, someone, { noticedAt: '2031-01-01T00:00Z' });
    const { rows } = await sql<{
      noticed: Date;
    }>`select noticed_at as noticed from incident where id = ${id}`.execute(database.db);
    expect(rows[0]?.noticed).toEqual(now);
  });

  it.each<[string, () => string | undefined, () => Actor, 'school' | 'care' | null]>([
    ['the code of a unit', () => unitCode(town.school), () => someone, 'school'],
    ['the code as it was typed', () => unitCode(town.school).toLowerCase(), () => someone, 'school'],
    ['a code of no unit', () => '0000-0000', () => someone, null],
    ['what is no code at all', () => '<script>', () => someone, null],
    ['no code, as an older client sends it', () => undefined, () => someone, null],
    ['a code, by somebody of another unit', () => unitCode(town.school), insider, 'school'],
    ['a code of no unit, by somebody of a unit', () => '0000-0000', insider, 'care'],
  ])('with %s has the unit it is to have', async (_what, code, actor, expected) => {
    const unit = code();
    const id = await reported(services, actor(), unit === undefined ? {} : { unit });
    expect(await unitOf(id)).toBe(expected === null ? null : town[expected]);
  });

  it('with the code of a unit that has ended is taken, without the unit', async () => {
    const ended = newId<'Unit'>();
    await database.db.transaction().execute(async (transaction) => {
      const event = { kind: 'test.arranged', record: null };
      const { eventId } = await appendEvent(transaction, system, 'setting', event, now);
      await sql`insert into unit (id, version, changed_by_event, kind, name, entity_id, body_id, valid)
        select ${ended}, 1, ${eventId}, kind, 'Nedlagda skolan', entity_id, body_id,
          daterange('2020-01-01', '2026-01-01') from unit where id = ${town.school}`.execute(transaction);
    });
    expect(await unitOf(await reported(services, someone, { unit: unitCode(ended) }))).toBe(null);
  });

  it('is not seen by who leads the unit of its code before it has been triaged, and then with its unit', async () => {
    const lead = holderOf('manager', town.manager, { scopeId: town.school, units: [town.school] });
    const id = await reported(services, someone, { unit: unitCode(town.school) });
    expect(await asked(services, record, lead, id)).toBe('notFound');
    expect(await asked(services, record, coordinator, id)).toMatchObject({
      unitId: town.school,
      unitName: 'Skolan',
    });
    const input = await triageOf(database.db, id, { unitId: town.school });
    await done(actAs(services, coordinator, triage, { id, version: 1, input }));
    expect(await asked(services, record, lead, id)).toMatchObject({ unitId: town.school });
  });

  it.each([
    [{ happened: 'Ja' }, 'invalid'],
    [{ noticedAt: '2026-02-30T10:00Z' }, 'notATime'],
    [{ noticedAt: 'i går' }, 'invalid'],
    [{ key: 'kort' }, 'invalid'],
    [{ happened: 'Personen 19121212-1212 fick brevet.' }, 'personnummerSuspected'],
  ])('%j is refused, and nothing is kept', async (wrong, code) => {
    const before = await counted('incident');
    expect(await send(reportOf(wrong))).toMatchObject({ code });
    expect(await counted('incident')).toBe(before);
  });

  it('is taken whatever stands where its title is cut', async () => {
    const sent = reportOf({ happened: `${'x'.repeat(79)}😀 hände.` });
    await done(actAs(services, visitor('192.0.2.61'), report, { input: sent }));
    const { rows } = await sql<{ title: string }>`
      select title from incident where description = ${sent.happened}`.execute(database.db);
    expect(rows).toEqual([{ title: `${'x'.repeat(79)} …` }]);
  });

  it('says in the log that something was written, and not what', async () => {
    await send(reportOf({ happened: 'Hemligheten är lösenordet', contact: 'min telefon' }));
    const { rows } = await sql<{ leaf: string }>`
      select leaf from audit_event where kind = 'incident.reported' order by occurred_at desc limit 1`.execute(
      database.db,
    );
    expect(rows[0]?.leaf).not.toMatch(/Hemligheten|telefon|192\.0\.2/);
  });
});

describe('a flood from one address', () => {
  it('is held back, and hinders nobody else', async () => {
    const flooding = visitor('198.51.100.1');
    const first = reportOf();
    const code = await codeFrom(first, flooding);
    for (let sent = 1; sent < intakeLimits.report; sent++) await codeFrom(reportOf(), flooding);
    expect(await codeFrom(first, flooding)).toBe(code);
    const refused = await send(reportOf(), flooding);
    expect(refused).toMatchObject({ code: 'tooMany' });
    expect(isRefusal(refused) && refused.parameters?.['seconds']).toBeGreaterThan(3000);
    await codeFrom(reportOf(), visitor('198.51.100.2'));
    await codeFrom(reportOf(), employee(town.manager));
    now = new Date(now.getTime() + 3_600_000);
    await codeFrom(reportOf(), flooding);
  });

  it('of guessed codes is held back too, and a right one is not', async () => {
    const code = await codeFrom(reportOf());
    const guessing = visitor('198.51.100.3');
    const guess = (at: number) => actAs(services, guessing, follow, { input: { code: `AAAA-BBBB-${at}` } });
    for (let tried = 0; tried < intakeLimits.wrongCode; tried++)
      expect(await done(guess(tried))).toMatchObject({ found: false });
    expect(await guess(99)).toMatchObject({ code: 'tooMany' });
    expect(await done(actAs(services, guessing, follow, { input: { code } }))).toMatchObject({ found: true });
    const more = { code, text: 'Det var två brev.' };
    expect(await done(actAs(services, guessing, add, { input: more }))).toMatchObject({ added: true });
  });

  it('is forgotten when it no longer counts', async () => {
    await forgetIntake(database.db, now);
    expect(await counted('incident_intake')).toBe(0);
  });
});

describe('a code', () => {
  const look = (code: string) => done(actAs(services, someone, follow, { input: { code } }));

  it('shows how far the case has come, and what has been said between the reporter and those who work on it', async () => {
    const input = reportOf();
    const code = await codeFrom(input);
    expect(await look(code)).toMatchObject({ found: true, state: 'received', messages: [] });
    const { rows } = await sql<{ id: string }>`select id from incident order by id desc limit 1`.execute(
      database.db,
    );
    const id = rows[0]?.id ?? '';
    await done(
      actAs(services, someone, add, { input: { code: code.toLowerCase(), text: 'Det var två brev.' } }),
    );
    expect(await look(code)).toMatchObject({ messages: [{ text: 'Det var två brev.', byReporter: true }] });
    const target = await triaged(services, coordinator);
    await done(
      actAs(services, coordinator, merge, {
        id,
        version: 1,
        input: { intoId: target.id, reason: 'Samma brev' },
      }),
    );
    await done(
      actAs(services, coordinator, note, {
        id: target.id,
        input: { kind: 'fact', text: 'Inre uppgift', happenedAt: null },
      }),
    );
    expect(await look(code)).toMatchObject({
      state: 'inProgress',
      messages: [{ text: 'Det var två brev.' }],
    });
  });

  it('of a closed case says so, whatever its secrecy', async () => {
    const code = await codeFrom(reportOf());
    expect(await look(code.replaceAll('-', ' '))).toMatchObject({ found: true });
  });

  it('that belongs to no report can add nothing', async () => {
    const wrong = { code: '0000-0000-0000-0000-0000', text: 'Hej hej' };
    expect(await actAs(services, someone, add, { input: wrong })).toMatchObject({ code: 'codeUnknown' });
  });
});

it('a case is not closed by who reported it', async () => {
  const herself = { ...coordinator, personId: town.manager };
  const { id, version } = await triaged(services, coordinator, {}, employee(town.manager));
  const concluded = { rootCause: 'Fel etikett', lessons: 'Två läser', followUpOn: null };
  const next = await done(actAs(services, coordinator, conclude, { id, version, input: concluded }));
  const input = { decision: 'Klart' };
  expect(await actAs(services, herself, close, { ...next, id, input })).toMatchObject({ code: 'ownReport' });
  await done(actAs(services, coordinator, close, { ...next, id, input }));
});

describe('a report by another system', () => {
  it('is taken as the handbook and the interface’s own description show it', async () => {
    const handbook = await readFile(new URL('../../../docs/handbok/rapportera.md', import.meta.url), 'utf8');
    const shown: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(handbook)?.[1] ?? '{}');
    expect(report.input).toMatchObject({ examples: [shown] });
    expect(await codeFrom(shown as object, employee(town.manager, town.school))).toMatch(/^.{24}$/);
  });
});
