import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Actor } from '../../../kernel/access.ts';
import { ask, type Services } from '../../../kernel/run.ts';
import type { View } from '../../../kernel/view.ts';
import { readThrough } from '../../../mail/imap.ts';
import { holderOf } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { type ImapServer, imapServer } from '../../../testing/imap-server.ts';
import { actAs, done, testServices } from '../../../testing/services.ts';
import { serveTestInstallation } from '../testing.ts';
import { lookForLetters } from './keep.ts';
import { setMailIntake } from './mail-intake.actions.ts';
import { letters } from './mail-intake.views.ts';

/** A municipality with a mailbox that is read. Each test has a mailbox and a day of its own: what is counted, is within a day. */
export class MailTown {
  database!: TestDatabase;
  services!: Services;
  town!: Arranged;
  server!: ImapServer;
  keeper!: Actor;
  now = new Date('2026-11-23T10:00:00Z');
  private sent = 0;

  /** Opens it before the tests of a file, and closes it after them. */
  static forTests(): MailTown {
    const world = new MailTown();
    beforeAll(async () => {
      serveTestInstallation();
      world.database = await testDatabase();
      world.services = { ...testServices(world.database.db), clock: () => world.now };
      world.town = await arrange(world.database.db);
      world.keeper = holderOf('informationSecurityCoordinator', world.town.other);
    });
    afterAll(() => world.database.close());
    beforeEach(() => world.begin());
    afterEach(async () => {
      readThrough(null);
      await world.server.close();
    });
    return world;
  }

  private async begin(): Promise<void> {
    this.now = new Date(this.now.getTime() + 25 * 3_600_000);
    this.server = await imapServer();
    for (const folder of this.server.folders.values())
      folder.uidValidity = Math.floor(this.now.getTime() / 1000);
    this.connect();
    // Another folder and back again: what is read begins now.
    await this.set({ folder: 'Klara' });
    await this.set({});
  }

  connect(more: object = {}): void {
    const where = { host: '127.0.0.1', port: this.server.port, isImplicitTls: false, needsTls: false };
    readThrough({ ...where, user: 'incident@prov.example', password: 'hemligt', oauth: null, ...more });
  }

  set(more: object) {
    const input = { isOn: true, folder: 'INBOX', doneFolder: '', reason: 'Provar', ...more };
    return done(actAs(this.services, this.keeper, setMailIntake, { input }));
  }

  /** A letter in plain text, another each time. */
  mail(text: string, more: { from?: string; head?: string } = {}): string {
    this.sent++;
    const { from = `anna${this.sent}@prov.example`, head = '' } = more;
    const id = `<${this.sent}@prov.example>`;
    return `${head}From: Anna <${from}>\nSubject: Fel mottagare\nMessage-ID: ${id}\nDate: Mon, 23 Nov 2026 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n${text}`;
  }

  /** Puts letters in the mailbox; answers with their numbers. */
  put(...raws: (string | Buffer)[]): number[] {
    return raws.map((raw) => this.server.deliver(raw, this.now));
  }

  look(): Promise<void> {
    return lookForLetters(this.services);
  }

  async count(table: string): Promise<number> {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
      this.database.db,
    );
    return rows[0]?.n ?? 0;
  }

  /** How many events of the kind there are. */
  async events(kind: string): Promise<number> {
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from audit_event where kind = ${kind}`.execute(this.database.db);
    return rows[0]?.n ?? 0;
  }

  async lastCase() {
    const { rows } = await sql<{
      id: string;
      title: string;
      description: string;
      contact: string;
      reporter: string;
    }>`
      select id, title, description, contact, reporter from incident order by id desc limit 1`.execute(
      this.database.db,
    );
    const [found] = rows;
    if (found === undefined) throw new Error('there is no case');
    return found;
  }

  /** The words of what somebody has been answered. */
  async answers(to: string): Promise<string[]> {
    const { rows } = await sql<{ text: string }>`
      select body_text as text from mail where address = ${to} order by id`.execute(this.database.db);
    return rows.map(({ text }) => text);
  }

  flags(uid: number | undefined): string[] {
    const folder = this.server.folders.get('INBOX');
    return [...(folder?.letters.find((one) => one.uid === uid)?.flags ?? [])];
  }

  /** The latest letter as the page shows it. */
  async latest(actor: Actor = this.keeper): Promise<Record<string, unknown>> {
    const answer = (await this.asked(letters, actor)) as { items: Record<string, unknown>[] };
    return answer.items[0] ?? {};
  }

  async asked(view: View, actor: Actor = this.keeper): Promise<unknown> {
    const asked = await ask(this.services, view, { actor, id: null, query: {} });
    return (asked as { answer: unknown }).answer;
  }
}
