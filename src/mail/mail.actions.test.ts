import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holderOf } from '../testing/actors.ts';
import { arrange, type Arranged } from '../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { actAs, done, testServices } from '../testing/services.ts';
import { smtpServer, type SmtpServer } from '../testing/smtp-server.ts';
import { ask, type Services } from '../kernel/run.ts';
import { test } from './mail.actions.ts';
import { forgetWords, queueMails } from './mail.store.ts';
import { compose, type MailDraft } from './message.ts';
import { list, record } from './mail.views.ts';
import { sendDue } from './post.ts';
import type { SmtpSettings } from './smtp.ts';
import { type MailTransport, openTransport } from './transport.ts';

let database: TestDatabase;
let owner: pg.Client;
let arranged: Arranged;
let server: SmtpServer;
let transport: MailTransport;
let services: Services;
const state = { now: new Date('2026-11-23T10:00:00Z') };

beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client(database.owner);
  await owner.connect();
  arranged = await arrange(database.db);
  services = { ...testServices(database.db), clock: () => state.now };
});
afterAll(async () => {
  await owner.end();
  await database.close();
});
beforeEach(async () => {
  server = await smtpServer();
  transport = openTransport(settings());
  await owner.query("update mail set state = 'failed', finished_at = now() where state = 'queued'");
});
afterEach(async () => {
  transport.close();
  await server.close();
});

const settings = (change: Partial<SmtpSettings> = {}): SmtpSettings => ({
  host: '127.0.0.1',
  port: server.port,
  isImplicitTls: false,
  needsTls: false,
  user: 'varna',
  password: 'hemligt',
  oauth: null,
  from: 'varna@prov.example',
  ...change,
});
const wait = (minutes: number) => {
  state.now = new Date(state.now.getTime() + minutes * 60_000);
};
const draft: MailDraft = {
  kind: 'checkpoint',
  address: 'revisor@prov.example',
  personId: null,
  language: 'sv',
  subject: 'Loggens huvud, vecka å',
  paragraphs: ['Ett stycke.'],
  verbatim: null,
  link: null,
  because: 'du är vittne',
  attachment: { name: 'checkpoint-7.txt', text: 'varna-log/x\n7\n— a b\n' },
};
const queue = (...addresses: string[]) =>
  database.db.transaction().execute((transaction) =>
    queueMails(
      transaction,
      addresses.map((address) => compose({ ...draft, address }, 'Prov')),
      state.now,
    ),
  );
async function rowOf(id: string | undefined) {
  const found = await owner.query<{ state: string; outcome: string; attempts: number; smtp_code: number }>(
    'select state, outcome, attempts, smtp_code from mail where id = $1',
    [id],
  );
  return found.rows[0];
}

describe('the queue', () => {
  it('is sent, and the log is told to whom but not what', async () => {
    const [id] = await queue('revisor@prov.example');
    expect(await sendDue(services, transport)).toBe(true);
    expect(server.received).toEqual([
      expect.objectContaining({ from: 'varna@prov.example', to: 'revisor@prov.example' }),
    ]);
    const [mail] = server.received;
    expect(mail?.data).toContain('Content-Disposition: attachment; filename=checkpoint-7.txt');
    expect(mail?.data).toContain('multipart/alternative');
    expect(mail?.data).toContain('Auto-Submitted: auto-generated');
    expect(await rowOf(id)).toMatchObject({ state: 'sent', outcome: 'accepted', attempts: 1 });
    const told = await owner.query<{ leaf: string }>("select leaf from audit_event where kind = 'mail.sent'");
    expect(told.rows[0]?.leaf).toContain('"to":"outside"');
    expect(told.rows[0]?.leaf).not.toMatch(/revisor|stycke|huvud/);
  });

  it('is sent once by two processes that look at the same time', async () => {
    await queue(...Array.from({ length: 230 }, (_, number) => `mottagare${number}@prov.example`));
    const second = openTransport(settings());
    await Promise.all([sendDue(services, transport), sendDue(services, second)]);
    second.close();
    expect(new Set(server.received.map((mail) => mail.to)).size).toBe(230);
    expect(server.received).toHaveLength(230);
  });

  it('gives up what is refused, at once, and sends the rest', async () => {
    server.answers.set('fel@prov.example', '550 no such user here');
    const [wrong, right] = await queue('fel@prov.example', 'ratt@prov.example');
    await sendDue(services, transport);
    expect(await rowOf(wrong)).toMatchObject({ state: 'failed', outcome: 'refused', smtp_code: 550 });
    expect(await rowOf(right)).toMatchObject({ state: 'sent' });
  });

  it('tries again what is put off, later and later, and for two days', async () => {
    server.answers.set('full@prov.example', '452 full');
    const [id] = await queue('full@prov.example');
    await sendDue(services, transport);
    expect(await rowOf(id)).toMatchObject({ state: 'queued', outcome: 'later', attempts: 1 });
    await sendDue(services, transport);
    expect((await rowOf(id))?.attempts).toBe(1);
    wait(1);
    await sendDue(services, transport);
    expect((await rowOf(id))?.attempts).toBe(2);
    server.answers.delete('full@prov.example');
    wait(5);
    await sendDue(services, transport);
    expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 3 });
    server.answers.set('alltid@prov.example', '452 full');
    const [never] = await queue('alltid@prov.example');
    for (let hours = 0; hours < 56; hours += 4) {
      await sendDue(services, transport);
      wait(240);
    }
    expect(await rowOf(never)).toMatchObject({ state: 'failed', outcome: 'later' });
  });

  it('rests when the server is not to be had, and asks it once', async () => {
    await queue(...Array.from({ length: 60 }, (_, number) => `m${number}@prov.example`));
    server.state.acceptsSignIn = false;
    expect(await sendDue(services, transport)).toBe(false);
    expect(server.state.connections).toBeLessThanOrEqual(3);
    const rested = await owner.query<{ n: number }>(
      "select count(*)::int as n from mail where state = 'queued' and outcome = 'signIn' and smtp_code = 535",
    );
    expect(rested.rows[0]?.n).toBe(50);
    const kept = await owner.query<{ n: number }>(
      "select count(*) as n from mail where mail::text like '%hemligt%'",
    );
    expect(Number(kept.rows[0]?.n)).toBe(0);
  });

  it('hands nothing over in the clear when encryption is demanded', async () => {
    const [id] = await queue('revisor@prov.example');
    const strict = openTransport(settings({ needsTls: true }));
    expect(await sendDue(services, strict)).toBe(false);
    strict.close();
    expect(server.received).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: 'queued', outcome: 'encryption' });
  });

  it('is taken up by another when the process that took it has died', async () => {
    const [id] = await queue('revisor@prov.example');
    await owner.query("update mail set due_at = due_at + interval '15 minutes', attempts = 1 where id = $1", [
      id,
    ]);
    await sendDue(services, transport);
    expect(await rowOf(id)).toMatchObject({ state: 'queued' });
    wait(15);
    await sendDue(services, transport);
    expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });
});

describe('the page', () => {
  const administrator = () => holderOf('administrator', arranged.manager);
  const question = (view: typeof list | typeof record, id: string | null, query = {}) =>
    ask(services, view, { actor: administrator(), id, query });

  it('shows what would have been sent, and forgets the words a month after the end', async () => {
    const { id } = await done(actAs(services, administrator(), test));
    expect(await question(list, null, { state: 'queued' })).toMatchObject({
      answer: { total: 1, server: null, items: [{ id, address: 'maria@prov.example', state: 'queued' }] },
    });
    expect(await question(record, id)).toMatchObject({
      answer: { text: expect.stringContaining('Det här är ett prov.') as string },
    });
    await sendDue(services, transport);
    await forgetWords(database.db, new Date(state.now.getTime() + 29 * 86_400_000));
    expect(await question(record, id)).not.toMatchObject({ answer: { text: '' } });
    await forgetWords(database.db, new Date(state.now.getTime() + 31 * 86_400_000));
    expect(await question(record, id)).toMatchObject({ answer: { state: 'sent', text: '' } });
  });
});
