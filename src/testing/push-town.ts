import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Actor } from '../kernel/access.ts';
import { newId, type PersonId } from '../kernel/ids.ts';
import type { Services } from '../kernel/run.ts';
import { sendDue } from '../mail/post.ts';
import { sealAuth } from '../push/keys.ts';
import { saveDevice } from '../push/push-device.store.ts';
import { testBrowser, testPushService } from '../push/testing.ts';
import { openPush } from '../push/transport.ts';
import { serveTestInstallation } from '../registers/incidents/testing.ts';
import { employee, holderOf } from './actors.ts';
import { type Arranged, arrange } from './arrange.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { localhostCertificate } from './https-server.ts';
import { testServices } from './services.ts';

/** A municipality whose people have devices, at a push service on this machine that is another for each test. */
export interface PushTown {
  readonly database: TestDatabase;
  readonly services: Services;
  readonly town: Arranged;
  readonly coordinator: Actor;
  readonly service: Awaited<ReturnType<typeof testPushService>>;
  readonly state: { now: Date };
  /** A device at that service, which no door lets anybody point to. */
  deviceOf(
    personId: PersonId,
    path?: string,
  ): Promise<{ id: string; browser: ReturnType<typeof testBrowser> }>;
  /** Sends what is due. */
  send(): Promise<boolean>;
  /** What has been queued to devices, the latest first. */
  rows(): Promise<{ state: string; outcome: string | null; attempts: number }[]>;
  wait(minutes: number): void;
}

/** Somebody signed in with a browser. */
export function signedIn(personId: PersonId): Actor {
  return { ...employee(personId), credentialId: 'session:01a20a97-fe37-7aeb-9633-ef2cd9a4bfc3' };
}

/** Arranges one for the tests of a file; filled in when they run. */
export function pushTown(): PushTown {
  const state = { now: new Date('2026-11-23T10:00:00Z') };
  const made = { state } as { -readonly [Key in keyof PushTown]: PushTown[Key] };
  made.wait = (minutes) => {
    state.now = new Date(state.now.getTime() + minutes * 60_000);
  };
  made.send = () => {
    const alsoTo = new Set([made.service.host]);
    return sendDue(
      made.services,
      openPush(made.services, { alsoTo, ca: localhostCertificate, timeout: 2000 }),
    );
  };
  made.deviceOf = (personId, path = '/a') => deviceAt(made, personId, path);
  made.rows = async () =>
    (
      await sql<{ state: string; outcome: string | null; attempts: number }>`
        select state, outcome, attempts from mail where device_id is not null order by queued_at desc`.execute(
        made.database.db,
      )
    ).rows;
  beforeAll(async () => {
    serveTestInstallation();
    made.database = await testDatabase();
    made.services = { ...testServices(made.database.db), clock: () => state.now };
    made.town = await arrange(made.database.db);
    made.coordinator = holderOf('informationSecurityCoordinator', made.town.other);
  });
  afterAll(() => made.database.close());
  beforeEach(async () => {
    made.wait(1);
    made.service = await testPushService();
  });
  afterEach(async () => {
    const { db } = made.database;
    await sql`update push_device set ended_at = coalesce(ended_at, now()), ended_because = 'removed'`.execute(
      db,
    );
    await sql`update mail set state = 'failed', finished_at = now() where state = 'queued'`.execute(db);
    await made.service.close();
  });
  return made;
}

async function deviceAt({ database, service, state }: PushTown, personId: PersonId, path: string) {
  const browser = testBrowser();
  const endpoint = `${service.origin}${path}`;
  const row = {
    id: newId<'PushDevice'>(),
    sessionId: newId<'Session'>(),
    personId,
    name: 'Telefonen',
    endpoint,
    service: service.host,
    publicKey: Buffer.from(browser.publicKey, 'base64url'),
    authSecret: Buffer.from(browser.authSecret, 'base64url'),
  };
  await database.db
    .transaction()
    .execute((transaction) => saveDevice(transaction, row, sealAuth(row.authSecret, endpoint), state.now));
  return { id: row.id, browser };
}
