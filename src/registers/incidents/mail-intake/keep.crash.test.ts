import { spawn } from 'node:child_process';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Services } from '../../../kernel/run.ts';
import { readThrough } from '../../../mail/imap.ts';
import { holderOf } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { type ImapServer, imapServer } from '../../../testing/imap-server.ts';
import { actAs, done, testServices } from '../../../testing/services.ts';
import { serveTestInstallation } from '../testing.ts';
import { lookForLetters } from './keep.ts';
import { setMailIntake } from './mail-intake.actions.ts';

let database: TestDatabase, services: Services, town: Arranged, server: ImapServer;
const now = new Date('2026-11-23T10:00:00Z');
const letters = 15;
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db, now);
  town = await arrange(database.db);
  server = await imapServer();
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const settings = () => ({
  host: '127.0.0.1',
  port: server.port,
  isImplicitTls: false,
  needsTls: false,
  user: 'incident@prov.example',
  password: 'hemligt',
  oauth: null,
});

/** A process of its own that looks once in the same mailbox, without the lock that keeps such from each other's way. */
function process() {
  const at = (path: string) => new URL(path, import.meta.url).href;
  const code = `
    import { connect } from '${at('../../../kernel/db.ts')}';
    import { readThrough } from '${at('../../../mail/imap.ts')}';
    import { testServices } from '${at('../../../testing/services.ts')}';
    import { serveTestInstallation } from '${at('../testing.ts')}';
    import { lookForLetters } from '${at('./keep.ts')}';
    serveTestInstallation();
    readThrough(${JSON.stringify(settings())});
    const { db, close } = connect(${JSON.stringify(database.app)});
    await lookForLetters(testServices(db, new Date(${now.getTime()})));
    await close();
    process.exit(0);`;
  const child = spawn(globalThis.process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended };
}

const count = async (table: string) => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    database.db,
  );
  return rows[0]?.n ?? 0;
};

it('takes each letter once, with two processes at it and one killed in the middle', async () => {
  const input = { isOn: true, folder: 'INBOX', doneFolder: '', reason: 'Provar' };
  const keeper = holderOf('informationSecurityCoordinator', town.other);
  await done(actAs(services, keeper, setMailIntake, { input }));
  for (let number = 0; number < letters; number++) {
    const note = Buffer.from(`Anteckning ${number}`).toString('base64');
    server.deliver(
      `From: a${number}@prov.example\nSubject: Brev ${number}\nMessage-ID: <${number}@x>\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nBrev ${number}\n--x\nContent-Type: text/plain; name=n.txt\nContent-Disposition: attachment; filename=n.txt\nContent-Transfer-Encoding: base64\n\n${note}\n--x--\n`,
      now,
    );
  }
  const [killed, other] = [process(), process()];
  while ((await count('incident')) < 3) await new Promise((resolve) => setTimeout(resolve, 2));
  killed.child.kill('SIGKILL');
  await killed.ended;
  await other.ended;
  readThrough(settings());
  await lookForLetters(services);
  await lookForLetters(services);
  readThrough(null);
  expect(await count('incident')).toBe(letters);
  expect(await count('incident_file')).toBe(letters);
  expect(await count('incoming_letter')).toBe(letters);
  expect(await count('mail')).toBe(letters);
  expect(server.folders.get('INBOX')?.letters.every(({ flags }) => flags.has('\\Seen'))).toBe(true);
});
