import { spawn } from 'node:child_process';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import type { Services } from '../../../kernel/run.ts';
import { addressed, appointed } from '../../../governance/advice/testing.ts';
import { employee, holderOf, system } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { actAs, done, testServices } from '../../../testing/services.ts';
import { setSetting } from '../file.actions.ts';
import { reported, serveTestInstallation, visitor } from '../testing.ts';
import { announceReports } from './keep.ts';
import { announce } from './notice.actions.ts';
import { quietFor, tellOfReports } from './notice.ts';

let database: TestDatabase, services: Services, town: Arranged;
let now = new Date('2026-11-23T10:00:00Z');
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = { ...testServices(database.db), clock: () => now };
  town = await arrange(database.db);
  await appointed(database.db, 'informationSecurityCoordinator', false, '2020-01-01', town.other);
});
afterAll(() => database.close());
beforeEach(async () => {
  now = new Date(now.getTime() + 3_600_000);
  await announceReports(services);
  now = new Date(now.getTime() + 3_600_000);
});

const mails = async () => {
  const { rows } = await sql<{ address: string; subject: string; text: string }>`
    select address, subject, body_text as text from mail where kind = 'newReport' order by id`.execute(
    database.db,
  );
  return rows;
};
const comes = (more: object = {}) => reported(services, visitor('192.0.2.1'), more);
const since = async (earlier: number) => (await mails()).slice(earlier);

describe('a notice of a new report', () => {
  it('goes once to whoever holds the office, and says nothing of what has happened', async () => {
    const before = (await mails()).length;
    await comes({ happened: 'Hemligheten om en elev kom ut.', place: 'Skolan' });
    await announceReports(services);
    await announceReports(services);
    const [mail, ...more] = await since(before);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ address: 'ake@prov.example', subject: 'En ny rapport har kommit' });
    expect(mail?.text).toContain('/handelser?state=reported');
    expect(mail?.text).not.toMatch(/Hemligheten|elev|Skolan/);
  });

  it('tells of several together when they come close upon one another', async () => {
    const before = (await mails()).length;
    await comes();
    await announceReports(services);
    await comes();
    await comes();
    await announceReports(services);
    expect(await since(before)).toHaveLength(1);
    now = new Date(now.getTime() + quietFor);
    await announceReports(services);
    expect((await since(before)).map(({ subject }) => subject)).toEqual([
      'En ny rapport har kommit',
      '2 nya rapporter har kommit',
    ]);
  });

  it('goes to the offices that the municipality has chosen, and to nobody when it has chosen none', async () => {
    const before = (await mails()).length;
    const coordinator = holderOf('informationSecurityCoordinator', town.other);
    const input = { largestFileMb: 25, aloneAtNight: false, wakeAt: [25, 50, 75, 90], reason: 'Provar' };
    const choose = (noticeTo: string[]) =>
      done(actAs(services, coordinator, setSetting, { input: { ...input, noticeTo } }));
    await choose(['securityCoordinator']);
    await comes();
    await announceReports(services);
    expect(await since(before)).toEqual([]);
    await choose(['informationSecurityCoordinator']);
    now = new Date(now.getTime() + quietFor);
    await announceReports(services);
    expect(await since(before)).toEqual([]);
    await comes();
    await announceReports(services);
    expect(await since(before)).toHaveLength(1);
  });

  it('is sent by nobody but Värna itself', async () => {
    expect(await actAs(services, employee(newId()), announce)).toMatchObject({ code: 'forbidden' });
    expect(await actAs(services, system, announce)).toMatchObject({ code: 'nothingNew' });
  });

  it('is sent once by four processes that look at the same time', async () => {
    const before = (await mails()).length;
    await comes();
    const at = (path: string) => new URL(path, import.meta.url).href;
    const code = `
      import { connect } from '${at('../../../kernel/db.ts')}';
      import { testServices } from '${at('../../../testing/services.ts')}';
      import { serveTestInstallation } from '${at('../testing.ts')}';
      import { announceReports } from '${at('./keep.ts')}';
      serveTestInstallation();
      const { db, close } = connect(${JSON.stringify(database.app)});
      await announceReports(testServices(db, new Date(${now.getTime()})));
      await close();
      process.exit(0);`;
    const ended = Array.from({ length: 4 }, () => {
      const words = ['--input-type=module', '-e', code];
      const child = spawn(process.execPath, words, { stdio: 'ignore' });
      return new Promise<number | null>((resolve) => child.once('exit', resolve));
    });
    expect(await Promise.all(ended)).toEqual([0, 0, 0, 0]);
    expect(await since(before)).toHaveLength(1);
  });
});

const at = (minutes: number) => new Date(new Date('2026-11-23T10:00:00Z').getTime() + minutes * 60_000);
it.each<[string, number, Date | null, string | null]>([
  ['nothing new', 0, null, 'nothingNew'],
  ['the first ever', 1, null, null],
  ['one after a quiet time', 1, at(-15), null],
  ['one soon after another', 1, at(-14), 'nothingNew'],
])('%s', (_name, count, toldAt, code) => {
  const untold = Array.from({ length: count }, () => ({ id: newId(), reportedAt: at(-20) }));
  const circumstances = {
    actor: system,
    now: at(0),
    today: '2026-11-23',
    newId,
    confirmed: new Set<string>(),
  };
  const decided = tellOfReports({ untold, toldAt }, circumstances);
  expect('code' in decided ? decided.code : null).toBe(code);
});

it('goes to the others also where one has an address that no mail can be sent to', async () => {
  const before = (await mails()).length;
  const { personId } = await appointed(database.db, 'informationSecurityCoordinator', true);
  await addressed(database.db, personId ?? '', 'siv,ek@prov.example');
  await comes();
  await announceReports(services);
  expect((await since(before)).map(({ address }) => address)).toEqual(['ake@prov.example']);
});
