import { sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosignedMessage, isWitnessKey, readCosignature } from './cosignature.ts';
import {
  formatNote,
  keyIdOf,
  parseNote,
  printVerifierKey,
  readVerifierKey,
  signerOf,
  signNote,
} from './note.ts';

// The example of C2SP tlog-cosignature: its second line carries the time of the message that is shown below it.
const example = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;
const exampleMessage = `cosignature/v1
time 1679315147
example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
`;

const body = 'varna-log/prov\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const log = signerOf('varna-log/prov', Buffer.alloc(32, 1));
const { privateKey, verifierKey } = signerOf('vittne.example/w1', Buffer.alloc(32, 2));
const { name, publicKey } = verifierKey;
const key = { name, publicKey, type: 4 as const, keyId: keyIdOf(name, 4, publicKey) };

function cosigned(over = body, seconds = 1_764_000_000n, text = body): string {
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(seconds);
  const signature = Buffer.concat([
    time,
    sign(null, Buffer.from(cosignedMessage(over, seconds)), privateKey),
  ]);
  return (
    signNote(text, log) +
    formatNote({ body: '', signatures: [{ name, keyId: key.keyId, signature }] }).slice(1)
  );
}
const read = (text: string, by = key) => {
  const note = parseNote(text);
  if (note === null) throw new Error('no note');
  return readCosignature(note, by);
};

describe('the specification', () => {
  it('signs the message it shows, with the time of its line', () => {
    const note = parseNote(example);
    const seconds = note?.signatures[1]?.signature.readBigUInt64BE(0) ?? 0n;
    expect(seconds).toBe(1_679_315_147n);
    expect(note?.signatures[1]?.signature).toHaveLength(72);
    expect(cosignedMessage(note?.body ?? '', seconds)).toBe(exampleMessage);
  });

  it('knows the key of a witness in the world, and tells it from a log’s', () => {
    const witness = readVerifierKey('remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2');
    expect(witness !== null && isWitnessKey(witness)).toBe(true);
    expect(isWitnessKey(verifierKey)).toBe(false);
    expect(readVerifierKey(printVerifierKey(key))).toEqual(key);
  });
});

describe('a cosignature', () => {
  it('is found among other lines, with its time', () => {
    const text = cosigned();
    expect(read(text)).toEqual({ seconds: 1_764_000_000, line: `${text.split('\n').at(-2)}\n` });
  });

  it.each([
    ['no line of hers', signNote(body, log), 'absent'],
    ['another checkpoint’s line', cosigned(body.replace('\n7\n', '\n8\n')), 'false'],
    ['another log’s line', cosigned(body.replace('prov', 'annan')), 'false'],
    ['a time that no date can hold', cosigned(body, 1n << 62n), 'false'],
    ['an ordinary signature by the same key', signNote(body, { verifierKey: key, privateKey }), 'false'],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('is not hers under another name, nor by another key', () => {
    expect(read(cosigned(), { ...key, name: 'annan.example/w1' })).toBe('absent');
    expect(read(cosigned(), { ...key, publicKey: log.verifierKey.publicKey })).toBe('false');
    expect(read(cosigned(), { ...key, type: 1 as never })).toBe('absent');
  });

  it('is false as soon as one byte of it is another', () => {
    const text = cosigned();
    const note = parseNote(text);
    const signature = note?.signatures[1]?.signature ?? Buffer.alloc(0);
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(signature);
        changed.writeUInt8(changed.readUInt8(at) ^ change, at);
        const reading = readCosignature(
          { body, signatures: [{ name, keyId: key.keyId, signature: changed }] },
          key,
        );
        expect(reading).toBe('false');
      }),
    );
  });
});
