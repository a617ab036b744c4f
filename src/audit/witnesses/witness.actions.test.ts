import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../kernel/run.ts';
import { sendDue } from '../../mail/post.ts';
import type { MailTransport } from '../../mail/transport.ts';
import { actAs, done } from '../../testing/services.ts';
import { parseNote } from '../tree/note.ts';
import { readHead } from '../tree.store.ts';
import { auditor, coordinator, plain, testWitnesses, type TestWitnesses } from './testing.ts';
import { describe as describeAction, end, register } from './witness.actions.ts';
import { list } from './witness.views.ts';

let test: TestWitnesses;
let folder: string;
beforeAll(async () => {
  test = await testWitnesses();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.said.length = 0;
  folder = await mkdtemp(path.join(test.base, 'mapp-'));
});

describe('the public page', () => {
  it('is there from the first look, once, and stays', async () => {
    await test.grow();
    await test.look();
    await test.look();
    const found = await test.log.owner.query<{ id: string; version: number }>(
      "select id, version from witness where kind = 'public'",
    );
    expect(found.rows).toHaveLength(1);
    const [row] = found.rows;
    const attempt = { id: row?.id ?? '', version: 1, input: { reason: 'Onödig' } };
    expect(await actAs(test.services, coordinator, end, attempt)).toMatchObject({ code: 'alwaysThere' });
  });
});

describe('a witness in a folder', () => {
  it('is given the newest checkpoint when its turn comes, and the log is told', async () => {
    const { id } = await test.registered({ kind: 'folder', folder });
    await test.grow();
    await test.look();
    const head = await readHead(test.log.db);
    expect(await readFile(path.join(folder, 'latest.txt'), 'utf8')).toBe(head?.note);
    await test.look();
    expect((await test.shown(id)).deliveries).toMatchObject([
      { outcome: 'delivered', detail: null, size: head?.size, attempt: 1 },
    ]);
    await test.grow(24 * 60);
    await test.look();
    expect((await test.shown(id)).deliveries).toHaveLength(2);
    const events = await test.log.owner.query<{ touched: string[] }>(
      "select touched from audit_event where kind = 'witness.delivered' and record_id = $1",
      [id],
    );
    expect(events.rows[0]?.touched).toContain(`witness:${id}`);
    await test.ended(id);
  });

  it('is given nothing that does not continue what lies there, and it is said aloud', async () => {
    const { id } = await test.registered({ kind: 'folder', folder });
    await test.grow();
    const head = await readHead(test.log.db);
    const larger = head?.note.replace(`\n${head.size}\n`, `\n${head.size + 100}\n`) ?? '';
    await writeFile(path.join(folder, 'latest.txt'), larger);
    await test.look();
    expect(test.said).toEqual([expect.stringContaining('witnessHoldsOther')]);
    expect(await readFile(path.join(folder, 'latest.txt'), 'utf8')).toBe(larger);
    expect((await test.shown(id)).deliveries).toMatchObject([
      { outcome: 'inconsistent', detail: 'witnessHoldsOther' },
    ]);
    await test.ended(id);
  });

  it('is tried again when the share was away, five minutes later', async () => {
    const { id } = await test.registered({ kind: 'folder', folder: path.join(folder, 'borta') });
    await test.grow();
    await test.look();
    await test.look();
    expect((await test.shown(id)).deliveries).toMatchObject([
      { outcome: 'failed', detail: 'folderMissing', attempt: 1 },
    ]);
    await test.grow(5);
    await test.look();
    expect((await test.shown(id)).deliveries).toMatchObject([{ attempt: 2 }, { attempt: 1 }]);
    await test.ended(id);
  });
});

describe('what a witness was given before', () => {
  it('is held against the tree: a history that was rewritten is given to nobody', async () => {
    const { id } = await test.registered({ kind: 'folder', folder });
    await test.grow();
    await test.look();
    // As the database's owner could: the folder is emptied, and what was delivered is said to have been another root.
    await test.log.owner.query('alter table witness_delivery disable trigger user');
    await test.log.owner.query(
      "update witness_delivery set root = decode(repeat('ab', 32), 'hex') where witness_id = $1",
      [id],
    );
    await test.log.owner.query('alter table witness_delivery enable trigger user');
    await rm(path.join(folder, 'latest.txt'));
    await test.grow(24 * 60);
    await test.look();
    expect(test.said).toEqual([expect.stringContaining('historyDiffers')]);
    expect((await test.shown(id)).deliveries[0]).toMatchObject({
      outcome: 'inconsistent',
      detail: 'historyDiffers',
    });
    await expect(readFile(path.join(folder, 'latest.txt'))).rejects.toThrow();
    await test.ended(id);
  });
});

describe('a witness by mail', () => {
  const transport = (outcomes: Record<string, 'accepted' | 'refused'>): MailTransport => ({
    carries: 'mail',
    serverOf: () => '',
    send: (mail) => Promise.resolve({ outcome: outcomes[mail.address] ?? 'accepted', code: null }),
    close: () => undefined,
  });

  it('has been given it when the mail has arrived, and not when it was queued', async () => {
    const { id } = await test.registered({ addresses: ['revisor@prov.example', 'borta@prov.example'] });
    await test.grow();
    await test.look();
    expect(await test.shown(id)).toMatchObject({ deliveredAt: null, deliveries: [{ outcome: 'queued' }] });
    await test.look();
    expect(await test.shown(id)).toMatchObject({ deliveredAt: null, deliveries: [{ outcome: 'queued' }] });
    await sendDue(test.services, transport({ 'borta@prov.example': 'refused' }));
    await test.look();
    expect((await test.shown(id)).deliveries).toMatchObject([
      { outcome: 'delivered', detail: 'someMailRefused' },
    ]);
    const mails = await test.log.owner.query<{ subject: string; attachment_text: string }>(
      "select subject, attachment_text from mail where kind = 'checkpoint'",
    );
    expect(mails.rows).toHaveLength(2);
    expect(parseNote(mails.rows[0]?.attachment_text ?? '')).not.toBeNull();
    await test.ended(id);
  });

  it('has not been given it when every mail was refused', async () => {
    const { id } = await test.registered({ addresses: ['fel@prov.example'] });
    await test.grow();
    await test.look();
    await sendDue(test.services, transport({ 'fel@prov.example': 'refused' }));
    await test.look();
    expect(await test.shown(id)).toMatchObject({
      deliveredAt: null,
      deliveries: [{ outcome: 'failed', detail: 'mailRefused' }],
    });
    await test.ended(id);
  });
});

describe('the register', () => {
  it('is read by those who follow up and kept by those who keep it', async () => {
    const { id, version } = await test.registered({ addresses: ['w@prov.example'] });
    expect(await actAs(test.services, auditor, register, { input: { ...plain, name: 'Y' } })).toMatchObject({
      code: 'forbidden',
    });
    const { kind: _kind, ...described } = { ...plain, name: 'Ändrat', addresses: ['w@prov.example'] };
    expect(
      await actAs(test.services, auditor, describeAction, { id, version, input: described }),
    ).toMatchObject({
      code: 'forbidden',
    });
    await done(actAs(test.services, coordinator, describeAction, { id, version, input: described }));
    expect(
      await actAs(test.services, coordinator, register, {
        input: { ...plain, name: 'ändrat', addresses: ['w@prov.example'] },
      }),
    ).toMatchObject({ code: 'nameTaken' });
    expect(await ask(test.services, list, { actor: auditor, id: null, query: {} })).toMatchObject({
      answer: { may: { register: false } },
    });
    await test.ended(id);
  });
});

it('delivers once when two processes look at the same time', async () => {
  const { id } = await test.registered({ kind: 'folder', folder });
  await test.grow();
  await Promise.all([test.look(), test.look(), test.look()]);
  expect((await test.shown(id)).deliveries).toHaveLength(1);
});
