import { spawn } from 'node:child_process';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import type { Services } from '../../../kernel/run.ts';
import { holderOf } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { testServices } from '../../../testing/services.ts';
import { sealAuth } from '../../../push/keys.ts';
import { saveDevice } from '../../../push/push-device.store.ts';
import { draftedReport, serveTestInstallation } from '../testing.ts';
import { wakeForClocks } from './keep.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
const now = new Date('2026-11-23T10:00:00Z');
const cases = 12;
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db, now);
  town = await arrange(database.db);
});
afterAll(() => database.close());

/** A process of its own that looks once at the clocks of the same database. */
function process() {
  const at = (path: string) => new URL(path, import.meta.url).href;
  const code = `
    import { connect } from '${at('../../../kernel/db.ts')}';
    import { testServices } from '${at('../../../testing/services.ts')}';
    import { serveTestInstallation } from '${at('../testing.ts')}';
    import { wakeForClocks } from '${at('./keep.ts')}';
    serveTestInstallation();
    const { db, close } = connect(${JSON.stringify(database.app)});
    await wakeForClocks(testServices(db, new Date(${now.getTime()})));
    await close();`;
  const child = spawn(globalThis.process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended };
}

const count = async (table: 'mail' | 'incident_alarm') => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    database.db,
  );
  return rows[0]?.n ?? 0;
};

/** A device of the handler's. */
async function ownDevice(): Promise<void> {
  const endpoint = 'https://fcm.googleapis.com/fcm/send/prov';
  const keys = { publicKey: Buffer.alloc(65, 4), authSecret: Buffer.alloc(16) };
  const sessionId = newId<'Session'>();
  const row = {
    id: newId<'PushDevice'>(),
    sessionId,
    personId: town.other,
    name: 'Telefonen',
    endpoint,
    ...keys,
  };
  await database.db
    .transaction()
    .execute((transaction) =>
      saveDevice(
        transaction,
        { ...row, service: 'fcm.googleapis.com' },
        sealAuth(keys.authSecret, endpoint),
        now,
      ),
    );
}

it('wakes each once, with two processes at it and one killed in the middle', async () => {
  const coordinator = holderOf('informationSecurityCoordinator', town.other);
  for (let made = 0; made < cases; made++)
    await draftedReport(services, coordinator, town.executive, { handlerId: town.other });
  await ownDevice();
  const [killed, other] = [process(), process()];
  while ((await count('mail')) < 2) await new Promise((resolve) => setTimeout(resolve, 2));
  killed.child.kill('SIGKILL');
  await killed.ended;
  await other.ended;
  await wakeForClocks(services);
  await wakeForClocks(services);
  // One mail and one notice for each case, to its handler: whatever was raised had both, and nothing was raised twice.
  const queued = await sql<{ mails: number; notices: number }>`
    select count(*) - count(device_id) as mails, count(device_id) as notices from mail`.execute(database.db);
  expect(queued.rows).toEqual([{ mails: cases, notices: cases }]);
  const { rows } = await sql<{ cases: number; clocks: number; distinct: number }>`
    select count(distinct incident_id) as cases, count(*) as clocks,
           count(distinct (incident_id, party_id, duty, stage, step)) as distinct
    from incident_alarm`.execute(database.db);
  expect(rows[0]?.cases).toBe(cases);
  expect(rows[0]?.distinct).toBe(rows[0]?.clocks);
});
