import { hash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEvent } from '../kernel/audit/append.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { ask } from '../kernel/run.ts';
import type { View } from '../kernel/view.ts';
import { anonymous, system } from '../testing/actors.ts';
import { type TestServer, testServer } from '../testing/server.ts';
import { integrate } from './integrate.ts';
import { consistency, proof } from './proof.views.ts';
import { logSigner } from './signing-key.ts';
import { rootOfInclusion } from './tree/merkle.ts';
import { hasSigned, parseNote, readVerifierKey } from './tree/note.ts';
import { readHead, readOrigin } from './tree.store.ts';

let server: TestServer;
let owner: pg.Client;
const sizes: number[] = [];

beforeAll(async () => {
  server = await testServer();
  owner = server.owner;
});
afterAll(() => server.close());

async function grow(events: number): Promise<void> {
  const { db } = server.services;
  await db.transaction().execute(async (transaction) => {
    for (let at = 0; at < events; at++)
      await appendEvent(transaction, system, 'setting', { kind: 'test', record: null }, server.state.now);
  });
  server.wait(2);
  const signer = logSigner(Buffer.alloc(32, 3), await readOrigin(db));
  const done = await integrate(db, () => server.state.now, signer);
  if (done.kind === 'integrated') sizes.push(done.size);
}

async function asked(view: View, query: Record<string, string>): Promise<Record<string, unknown> | null> {
  const result = await ask(server.services, view, { actor: anonymous, id: null, query });
  if (isRefusal(result)) {
    expect(result.code).toBe('notFound');
    return null;
  }
  return result.answer as Record<string, unknown>; // the view's declaration says its form
}

describe('before anything is signed', () => {
  it('there is nothing to prove and no checkpoint', async () => {
    expect(await asked(proof, { leaf: '0' })).toBeNull();
    expect(await asked(consistency, { from: '1' })).toBeNull();
    expect((await server.app.inject('/api/v1/audit/checkpoint')).statusCode).toBe(404);
    expect((await server.app.inject('/api/v1/audit/keys')).statusCode).toBe(404);
  });
});

describe('a signed log', () => {
  beforeAll(async () => {
    await grow(5);
    await grow(400);
    await grow(1);
  });

  it('gives its checkpoint and its key to everyone as text', async () => {
    const note = await server.app.inject('/api/v1/audit/checkpoint');
    expect(note.headers['content-type']).toBe('text/plain; charset=utf-8');
    const key = readVerifierKey((await server.app.inject('/api/v1/audit/keys')).body.trim());
    const parsed = parseNote(note.body);
    expect(key !== null && parsed !== null && hasSigned(parsed, key)).toBe(true);
  });

  it('proves every leaf in every signed size', async () => {
    const { rows } = await owner.query<{ number: number; leaf: string }>(
      'select l.number::int as number, e.leaf from audit_leaf l join audit_event e on e.id = l.event_id order by 1',
    );
    for (const size of sizes) {
      for (const { number, leaf } of rows.filter((row) => row.number % 37 === 0 && row.number < size)) {
        const answer = await asked(proof, { leaf: String(number), size: String(size) });
        const leafHash = hash('sha256', Buffer.concat([Buffer.of(0), Buffer.from(leaf)]), 'buffer');
        const hashes = (answer?.['hashes'] as string[]).map((one) => Buffer.from(one, 'base64')); // as declared
        const root = rootOfInclusion(number, size, leafHash, hashes);
        expect(root?.toString('base64')).toBe(answer?.['root']);
        expect(answer?.['checkpoint']).toContain(`\n${size}\n${root?.toString('base64')}\n`);
      }
    }
  });

  it('proves in the newest size unless told, and in a size that was not signed without a checkpoint', async () => {
    const head = await readHead(server.services.db);
    expect(await asked(proof, { leaf: '3' })).toMatchObject({ size: head?.size, checkpoint: head?.note });
    expect(await asked(proof, { leaf: '3', size: '5' })).toMatchObject({ size: 5, checkpoint: null });
    expect(await asked(consistency, { from: '6' })).toMatchObject({ from: 6, to: head?.size });
    expect(await asked(consistency, { from: '6', to: '6' })).toMatchObject({ hashes: [] });
  });

  it.each<[View, Record<string, string>]>([
    [proof, { leaf: '99999' }],
    [proof, { leaf: '5', size: '5' }],
    [proof, { leaf: '0', size: '0' }],
    [proof, { leaf: '0', size: '99999' }],
    [consistency, { from: '0' }],
    [consistency, { from: '7', to: '6' }],
    [consistency, { from: '1', to: '99999' }],
  ])('proves nothing of what is not in it: $name %j', async (view, query) => {
    expect(await asked(view, query)).toBeNull();
  });
});
