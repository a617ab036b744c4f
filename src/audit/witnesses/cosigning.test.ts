import { sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpsServer } from '../../testing/https-server.ts';
import { actAs } from '../../testing/services.ts';
import { cosignedMessage } from '../tree/cosignature.ts';
import { formatNote, keyIdOf, parseNote, printVerifierKey, signerOf } from '../tree/note.ts';
import { readHead } from '../tree.store.ts';
import { auditor, testWitnesses, type TestWitnesses } from './testing.ts';
import { cosign } from './witness.actions.ts';

let test: TestWitnesses;
beforeAll(async () => {
  test = await testWitnesses();
});
afterAll(() => test.close());

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
    let answer = (note: string) => lineOn(note, test.log.clock());
    const server = await httpsServer((_request, response) =>
      response.end(answer(server.posted.at(-1) ?? '')),
    );
    const { id } = await test.registered({ kind: 'https', url: server.url(), verifierKey: witnessKey });
    await test.grow();
    await test.look();
    const head = await readHead(test.log.db);
    expect(await test.shown(id)).toMatchObject({
      deliveries: [{ outcome: 'delivered', detail: null }],
      cosignatures: [{ size: head?.size }],
    });
    answer = (note) => lineOn(note.replace('varna-log', 'annan-log'), test.log.clock());
    await test.grow(24 * 60);
    await test.look();
    const after = await test.shown(id);
    expect(after.deliveries[0]).toMatchObject({ outcome: 'delivered', detail: 'cosignatureFalse' });
    expect(after.cosignatures).toHaveLength(1);
    await server.close();
    await test.ended(id);
  });
});

describe('a cosignature handed in', () => {
  it.each<[string, (note: string) => string, string | null]>([
    ['as the note with her line', (note) => note + lineOn(note, test.log.clock()), null],
    [
      'with the line breaks and spaces of a mail',
      (note) =>
        `\r\n${(note + lineOn(note, new Date(test.log.clock().getTime() - 1000))).replaceAll('\n', '\r\n')} \n`,
      null,
    ],
    ['without her line', (note) => note, 'notCosigned'],
    ['cut short', (note) => note.slice(0, 20), 'noteUnreadable'],
    [
      'with a line about another text',
      (note) => note + lineOn(note.replace('varna-log', 'annan-log'), test.log.clock()),
      'cosignatureFalse',
    ],
    [
      'of a tree we do not have',
      (note) => {
        const other = note.replace(/\n(\d+)\n/, (_all, size: string) => `\n${Number(size) + 1}\n`);
        return other + lineOn(other, test.log.clock());
      },
      'checkpointNotOurs',
    ],
    [
      'of another root for a size we have',
      (note) => {
        const other = note.replace(/\n[A-Za-z0-9+/]{43}=\n/, `\n${Buffer.alloc(32, 9).toString('base64')}\n`);
        return other + lineOn(other, test.log.clock());
      },
      'checkpointNotOurs',
    ],
    [
      'from a clock ahead of ours',
      (note) => note + lineOn(note, new Date(test.log.clock().getTime() + 3_600_000)),
      'cosignedInFuture',
    ],
  ])('%s', async (_what, handIn, code) => {
    const { id } = await test.registered({ addresses: ['w@prov.example'], verifierKey: witnessKey });
    await test.grow();
    const note = handIn((await readHead(test.log.db))?.note ?? '');
    const attempt = await actAs(test.services, auditor, cosign, { id, input: { note } });
    if (code === null) expect(attempt).toHaveProperty('answer');
    else expect(attempt).toMatchObject({ code });
    expect((await test.shown(id)).cosignatures).toHaveLength(code === null ? 1 : 0);
    if (code === null)
      expect(await actAs(test.services, auditor, cosign, { id, input: { note } })).toMatchObject({
        code: 'alreadyHeld',
      });
    await test.ended(id);
  });

  it('needs a key to be judged by', async () => {
    const { id } = await test.registered({ addresses: ['w@prov.example'] });
    await test.grow();
    const note = (await readHead(test.log.db))?.note ?? '';
    expect(await actAs(test.services, auditor, cosign, { id, input: { note } })).toMatchObject({
      code: 'noKey',
    });
    await test.ended(id);
  });
});
