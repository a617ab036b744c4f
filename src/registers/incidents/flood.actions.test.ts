import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Services } from '../../kernel/run.ts';
import { employee } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { addFileByCode } from './file.actions.ts';
import { type IntakeKind, intakeLimits, namelessCeilings } from './intake.ts';
import { add, follow, report } from './report.actions.ts';
import { reportOf, serveTestInstallation, visitor } from './testing.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
const now = new Date('2026-11-23T10:00:00Z');
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db, now);
  town = await arrange(database.db);
});
afterAll(() => database.close());
beforeEach(async () => {
  await sql`delete from incident_intake`.execute(database.db);
});

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
let made = 0;
const picture = () => Buffer.concat([png, Buffer.from(String(++made))]).toString('base64');
const send = (actor: Actor) => actAs(services, actor, report, { input: reportOf() });
const sendFile = (actor: Actor, code: string) =>
  actAs(services, actor, addFileByCode, { input: { code, name: 'foto.png', content: picture() } });
const addTo = (actor: Actor, code: string) =>
  actAs(services, actor, add, { input: { code, text: 'Det var två brev.' } });
const codeOf = async (actor: Actor) => (await done(send(actor)))['code'] as string;
/** As if so much had come within the hour, each from a network of its own. */
const come = (what: IntakeKind, count: number) =>
  sql`insert into incident_intake (sender, what, at, nameless)
    select sha256(n::text::bytea), ${what}, ${now}, true from generate_series(1, ${count}::int) n`.execute(
    database.db,
  );
const counted = async (what: IntakeKind) => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from incident_intake where what = ${what}`.execute(database.db);
  return rows[0]?.n;
};

describe('a flood from everywhere', () => {
  it('of reports is held back as a whole, and stops nobody who has signed in', async () => {
    const waiting = reportOf();
    await done(actAs(services, visitor('192.0.2.1'), report, { input: waiting }));
    await come('report', namelessCeilings.report);
    const refused = await send(visitor('192.0.2.2'));
    expect(refused).toMatchObject({ code: 'tooMany' });
    expect(isRefusal(refused) && refused.parameters?.['seconds']).toBe(3600);
    await done(send(employee(town.manager)));
    // What has been taken in already is still answered with its code.
    await done(actAs(services, visitor('192.0.2.1'), report, { input: waiting }));
  });

  it('of files leaves room for reports, and stops nobody who has signed in', async () => {
    const someone = visitor('192.0.2.1');
    const code = await codeOf(someone);
    await come('file', namelessCeilings.file);
    expect(await sendFile(someone, code)).toMatchObject({ code: 'tooMany' });
    await done(addTo(someone, code));
    await done(send(visitor('192.0.2.3')));
    const unnamed: Actor = { ...visitor(''), credentialId: 'unnamed:somebody' };
    await done(sendFile(unnamed, code));
  });

  it('that a clock set back has left in the future holds nobody back', async () => {
    await come('report', namelessCeilings.report);
    const before = { ...services, clock: () => new Date(now.getTime() - 86_400_000) };
    await done(actAs(before, visitor('192.0.2.2'), report, { input: reportOf() }));
  });

  it('is none until it is: one less is taken', async () => {
    await come('report', namelessCeilings.report - 1);
    await done(send(visitor('192.0.2.2')));
    expect(await send(visitor('192.0.2.3'))).toMatchObject({ code: 'tooMany' });
  });
});

describe('a wrong code', () => {
  it.each([
    ['to add something', addTo],
    ['to send a file', sendFile],
  ])('%s is a guess, and is counted as one', async (_why, attempt) => {
    const guesser = visitor('198.51.100.3');
    const code = await codeOf(visitor('192.0.2.1'));
    const wrong = (at: number) => attempt(guesser, `AAAA-BBBB-${at}`);
    for (let tried = 0; tried < intakeLimits.wrongCode; tried++)
      expect(await wrong(tried)).toMatchObject({ code: 'codeUnknown' });
    expect(await counted('wrongCode')).toBe(intakeLimits.wrongCode);
    expect(await wrong(99)).toMatchObject({ code: 'tooMany' });
    const followed = actAs(services, guesser, follow, { input: { code: 'AAAA-BBBB-77' } });
    expect(await followed).toMatchObject({ code: 'tooMany' });
    // A right one never waits, and nobody else does.
    await done(attempt(guesser, code));
    expect(await attempt(visitor('198.51.100.4'), 'AAAA-CCCC')).toMatchObject({ code: 'codeUnknown' });
  });
});
