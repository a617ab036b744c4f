import { sign } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { ask, type Services } from '../../kernel/run.ts';
import { sendDue } from '../../mail/post.ts';
import type { MailTransport } from '../../mail/transport.ts';
import { serveInstallation } from '../../people/signin/installation.ts';
import { prepareProfile } from '../../first-start.ts';
import { consoleTextsSv } from '../../console.texts.sv.ts';
import { holderOf } from '../../testing/actors.ts';
import { httpsServer, localhostCertificate } from '../../testing/https-server.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { testLog, type TestLog } from '../testing.ts';
import { cosignedMessage } from '../tree/cosignature.ts';
import { formatNote, keyIdOf, parseNote, printVerifierKey, signerOf } from '../tree/note.ts';
import { readHead } from '../tree.store.ts';
import { deliverDue, type WitnessKeeping } from './keep.ts';
import { cosign, describe as describeAction, end, register } from './witness.actions.ts';
import type { WitnessInput } from './witness.ts';
import { list, record } from './witness.views.ts';

const coordinator = holderOf('informationSecurityCoordinator', newId());
const auditor = holderOf('auditor', newId());

let log: TestLog;
let services: Services;
let keeping: WitnessKeeping;
let base: string;
const said: string[] = [];
const faults: unknown[] = [];

beforeAll(async () => {
  log = await testLog();
  services = { ...testServices(log.db), clock: log.clock };
  serveInstallation({
    publicUrl: 'https://varna.kommunen.se',
    secretKey: Buffer.alloc(32, 3),
    isDemo: false,
    version: '1',
  });
  await prepareProfile(services, 'tom', consoleTextsSv, () => undefined);
});
afterAll(() => log.close());
beforeEach(async () => {
  said.length = 0;
  faults.length = 0;
  base = await mkdtemp(path.join(tmpdir(), 'varna-witness-'));
  keeping = {
    services,
    dataDirectory: path.join(base, 'data'),
    allowsPrivate: true,
    ca: localhostCertificate,
    onInconsistent: (name, detail) => said.push(`${name}: ${detail}`),
    onFault: (error) => faults.push(error),
  };
  return () => rm(base, { recursive: true });
});

const input: WitnessInput = {
  kind: 'email',
  name: '',
  contact: '',
  addresses: [],
  folder: null,
  url: null,
  schedule: 'daily',
  verifierKey: null,
  from: '2026-01-01',
  until: null,
};
let named = 0;
const registered = (change: Partial<WitnessInput>) =>
  done(actAs(services, coordinator, register, { input: { ...input, name: `Vittne ${++named}`, ...change } }));
/** The log has grown, and time has gone by. */
async function grow(minutes = 5): Promise<void> {
  log.later(minutes * 60_000);
  await log.tell(1);
  await log.integrate();
}
async function look(): Promise<void> {
  await deliverDue(keeping);
  expect(faults).toEqual([]);
}
async function shown(id: string) {
  const result = await ask(services, record, { actor: auditor, id, query: {} });
  if (!('answer' in result)) throw new Error('not shown');
  return result.answer as {
    deliveries: { outcome: string; detail: string | null; size: number; attempt: number; answer: string }[];
    cosignatures: { size: number }[];
    deliveredAt: string | null;
  };
}
const endOf = async (id: string) => {
  const { version } = (await shown(id)) as unknown as { version: number };
  await done(actAs(services, coordinator, end, { id, version, input: { reason: 'Provet är slut' } }));
};

describe('the public page', () => {
  it('is there from the first look, once, and stays', async () => {
    await grow();
    await look();
    await look();
    const found = await log.owner.query<{ id: string; version: number }>(
      "select id, version from witness where kind = 'public'",
    );
    expect(found.rows).toHaveLength(1);
    const [row] = found.rows;
    const attempt = { id: row?.id ?? '', version: 1, input: { reason: 'Onödig' } };
    expect(await actAs(services, coordinator, end, attempt)).toMatchObject({ code: 'alwaysThere' });
  });
});

describe('a witness in a folder', () => {
  it('is given the newest checkpoint when its turn comes, and the log is told', async () => {
    const { id } = await registered({ kind: 'folder', folder: base });
    await grow();
    await look();
    const head = await readHead(log.db);
    expect(await readFile(path.join(base, 'latest.txt'), 'utf8')).toBe(head?.note);
    await look();
    expect((await shown(id)).deliveries).toMatchObject([
      { outcome: 'delivered', detail: null, size: head?.size, attempt: 1 },
    ]);
    await grow(24 * 60);
    await look();
    expect((await shown(id)).deliveries).toHaveLength(2);
    const events = await log.owner.query<{ touched: string[] }>(
      "select touched from audit_event where kind = 'witness.delivered' and record_id = $1",
      [id],
    );
    expect(events.rows[0]?.touched).toContain(`witness:${id}`);
    await endOf(id);
  });

  it('is given nothing that does not continue what lies there, and it is said aloud', async () => {
    const { id } = await registered({ kind: 'folder', folder: base });
    await grow();
    const head = await readHead(log.db);
    const larger = head?.note.replace(`\n${head.size}\n`, `\n${head.size + 100}\n`) ?? '';
    await writeFile(path.join(base, 'latest.txt'), larger);
    await look();
    expect(said).toEqual([expect.stringContaining('witnessHoldsOther')]);
    expect(await readFile(path.join(base, 'latest.txt'), 'utf8')).toBe(larger);
    expect((await shown(id)).deliveries).toMatchObject([
      { outcome: 'inconsistent', detail: 'witnessHoldsOther' },
    ]);
    await endOf(id);
  });

  it('is tried again when the share was away, five minutes later', async () => {
    const folder = path.join(base, 'borta');
    const { id } = await registered({ kind: 'folder', folder });
    await grow();
    await look();
    await look();
    expect((await shown(id)).deliveries).toMatchObject([
      { outcome: 'failed', detail: 'folderMissing', attempt: 1 },
    ]);
    await grow(5);
    await look();
    expect((await shown(id)).deliveries).toMatchObject([{ attempt: 2 }, { attempt: 1 }]);
    await endOf(id);
  });
});

describe('what a witness was given before', () => {
  it('is held against the tree: a history that was rewritten is given to nobody', async () => {
    const { id } = await registered({ kind: 'folder', folder: base });
    await grow();
    await look();
    // As the database's owner could: the folder is emptied, and what was delivered is said to have been another root.
    await log.owner.query('alter table witness_delivery disable trigger user');
    await log.owner.query(
      "update witness_delivery set root = decode(repeat('ab', 32), 'hex') where witness_id = $1",
      [id],
    );
    await log.owner.query('alter table witness_delivery enable trigger user');
    await rm(path.join(base, 'latest.txt'));
    await grow(24 * 60);
    await look();
    expect(said).toEqual([expect.stringContaining('historyDiffers')]);
    expect((await shown(id)).deliveries[0]).toMatchObject({
      outcome: 'inconsistent',
      detail: 'historyDiffers',
    });
    await expect(readFile(path.join(base, 'latest.txt'))).rejects.toThrow();
    await endOf(id);
  });
});

describe('a witness by mail', () => {
  const transport = (outcomes: Record<string, 'accepted' | 'refused'>): MailTransport => ({
    send: (mail) => Promise.resolve({ outcome: outcomes[mail.address] ?? 'accepted', code: null }),
    close: () => undefined,
  });

  it('has been given it when the mail has arrived, and not when it was queued', async () => {
    const { id } = await registered({ addresses: ['revisor@prov.example', 'borta@prov.example'] });
    await grow();
    await look();
    expect(await shown(id)).toMatchObject({ deliveredAt: null, deliveries: [{ outcome: 'queued' }] });
    await look();
    expect(await shown(id)).toMatchObject({ deliveredAt: null, deliveries: [{ outcome: 'queued' }] });
    await sendDue(services, transport({ 'borta@prov.example': 'refused' }));
    await look();
    expect((await shown(id)).deliveries).toMatchObject([{ outcome: 'delivered', detail: 'someMailRefused' }]);
    const mails = await log.owner.query<{ subject: string; attachment_text: string }>(
      "select subject, attachment_text from mail where kind = 'checkpoint'",
    );
    expect(mails.rows).toHaveLength(2);
    expect(parseNote(mails.rows[0]?.attachment_text ?? '')).not.toBeNull();
    await endOf(id);
  });

  it('has not been given it when every mail was refused', async () => {
    const { id } = await registered({ addresses: ['fel@prov.example'] });
    await grow();
    await look();
    await sendDue(services, transport({ 'fel@prov.example': 'refused' }));
    await look();
    expect(await shown(id)).toMatchObject({
      deliveredAt: null,
      deliveries: [{ outcome: 'failed', detail: 'mailRefused' }],
    });
    await endOf(id);
  });
});

const { privateKey, verifierKey } = signerOf('vittne.example/w1', Buffer.alloc(32, 2));
const { name, publicKey } = verifierKey;
const keyId = keyIdOf(name, 4, publicKey);
const witnessKey = printVerifierKey({ name, publicKey, type: 4, keyId });
function lineOn(note: string, at: Date): string {
  const seconds = BigInt(Math.floor(at.getTime() / 1000));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(seconds);
  const body = parseNote(note)?.body ?? '';
  const signature = Buffer.concat([
    time,
    sign(null, Buffer.from(cosignedMessage(body, seconds)), privateKey),
  ]);
  return formatNote({ body: '', signatures: [{ name, keyId, signature }] }).slice(1);
}

describe('a witness at an address', () => {
  it('may answer with her line, which is verified and kept', async () => {
    let answer = (note: string) => lineOn(note, log.clock());
    const server = await httpsServer((_request, response) =>
      response.end(answer(server.posted.at(-1) ?? '')),
    );
    const { id } = await registered({ kind: 'https', url: server.url(), verifierKey: witnessKey });
    await grow();
    await look();
    const head = await readHead(log.db);
    expect(await shown(id)).toMatchObject({
      deliveries: [{ outcome: 'delivered', detail: null }],
      cosignatures: [{ size: head?.size }],
    });
    answer = (note) => lineOn(note.replace('varna-log', 'annan-log'), log.clock());
    await grow(24 * 60);
    await look();
    const after = await shown(id);
    expect(after.deliveries[0]).toMatchObject({ outcome: 'delivered', detail: 'cosignatureFalse' });
    expect(after.cosignatures).toHaveLength(1);
    await server.close();
    await endOf(id);
  });
});

describe('a cosignature handed in', () => {
  it.each<[string, (note: string) => string, string | null]>([
    ['as the note with her line', (note) => note + lineOn(note, log.clock()), null],
    [
      'with the line breaks and spaces of a mail',
      (note) =>
        `\r\n${(note + lineOn(note, new Date(log.clock().getTime() - 1000))).replaceAll('\n', '\r\n')} \n`,
      null,
    ],
    ['without her line', (note) => note, 'notCosigned'],
    ['cut short', (note) => note.slice(0, 20), 'noteUnreadable'],
    [
      'with a line about another text',
      (note) => note + lineOn(note.replace('varna-log', 'annan-log'), log.clock()),
      'cosignatureFalse',
    ],
    [
      'of a tree we do not have',
      (note) => {
        const other = note.replace(/\n(\d+)\n/, (_all, size: string) => `\n${Number(size) + 1}\n`);
        return other + lineOn(other, log.clock());
      },
      'checkpointNotOurs',
    ],
    [
      'of another root for a size we have',
      (note) => {
        const other = note.replace(/\n[A-Za-z0-9+/]{43}=\n/, `\n${Buffer.alloc(32, 9).toString('base64')}\n`);
        return other + lineOn(other, log.clock());
      },
      'checkpointNotOurs',
    ],
    [
      'from a clock ahead of ours',
      (note) => note + lineOn(note, new Date(log.clock().getTime() + 3_600_000)),
      'cosignedInFuture',
    ],
  ])('%s', async (_what, handIn, code) => {
    const { id } = await registered({ addresses: ['w@prov.example'], verifierKey: witnessKey });
    await grow();
    const note = handIn((await readHead(log.db))?.note ?? '');
    const attempt = await actAs(services, auditor, cosign, { id, input: { note } });
    if (code === null) expect(attempt).toHaveProperty('answer');
    else expect(attempt).toMatchObject({ code });
    expect((await shown(id)).cosignatures).toHaveLength(code === null ? 1 : 0);
    if (code === null)
      expect(await actAs(services, auditor, cosign, { id, input: { note } })).toMatchObject({
        code: 'alreadyHeld',
      });
    await endOf(id);
  });

  it('needs a key to be judged by', async () => {
    const { id } = await registered({ addresses: ['w@prov.example'] });
    await grow();
    const note = (await readHead(log.db))?.note ?? '';
    expect(await actAs(services, auditor, cosign, { id, input: { note } })).toMatchObject({ code: 'noKey' });
    await endOf(id);
  });
});

describe('the register', () => {
  it('is read by those who follow up and kept by those who keep it', async () => {
    const { id, version } = await registered({ addresses: ['w@prov.example'] });
    expect(await actAs(services, auditor, register, { input: { ...input, name: 'Y' } })).toMatchObject({
      code: 'forbidden',
    });
    const { kind: _kind, ...described } = { ...input, name: 'Ändrat', addresses: ['w@prov.example'] };
    expect(await actAs(services, auditor, describeAction, { id, version, input: described })).toMatchObject({
      code: 'forbidden',
    });
    await done(actAs(services, coordinator, describeAction, { id, version, input: described }));
    expect(
      await actAs(services, coordinator, register, {
        input: { ...input, name: 'ändrat', addresses: ['w@prov.example'] },
      }),
    ).toMatchObject({ code: 'nameTaken' });
    expect(await ask(services, list, { actor: auditor, id: null, query: {} })).toMatchObject({
      answer: { may: { register: false } },
    });
    await endOf(id);
  });
});

it('delivers once when two processes look at the same time', async () => {
  const { id } = await registered({ kind: 'folder', folder: base });
  await grow();
  await Promise.all([look(), look(), look()]);
  expect((await shown(id)).deliveries).toHaveLength(1);
});
