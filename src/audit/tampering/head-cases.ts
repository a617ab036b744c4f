import { RightEdge } from '../../../tools/verify-audit/tree.ts';
import { logSigner } from '../signing-key.ts';
import { checkpointBody } from '../tree/checkpoint.ts';
import { printVerifierKey, signNote, type Signer } from '../tree/note.ts';
import { both, liveOnly, type Tampering } from './forms.ts';
import { type Installation, type Intruder, secret } from './testing.ts';

/** A key that is not the log's, under the log's own name. */
function stranger(signer: Signer): Signer {
  return logSigner(Buffer.alloc(32, 9), signer.verifierKey.name);
}

function noteOf(signer: Signer, size: number, root: Buffer): string {
  return signNote(checkpointBody({ origin: signer.verifierKey.name, size, root }), signer);
}

const elsewhere = new RightEdge().root();
const second = (made: Installation): number => made.sizes[1] ?? 0;

/** What is done to signed heads, keys, tiles and whole databases. */
export const headTamperings: readonly Tampering[] = [
  both('a checkpoint is removed', ['checkpointMissing'], async ({ run, made }) => {
    await run('delete from audit_checkpoint where size = $1', [second(made)]);
    return undefined;
  }),
  both('the newest checkpoint is removed', ['checkpointMissing'], async ({ run, made }) => {
    await run('delete from audit_checkpoint where size = $1', [made.sizes.at(-1)]);
    return undefined;
  }),
  both('every checkpoint is removed', ['checkpointNone'], async ({ run }) => {
    await run('delete from audit_checkpoint');
    return undefined;
  }),
  both(
    "a checkpoint's root is changed",
    ['checkpointWrong', 'checkpointSignature'],
    async ({ run, made, signer }) => {
      const note = noteOf(signer, second(made), elsewhere).split('\n\n')[0] ?? '';
      await run(
        `update audit_checkpoint set root = $1, note = $2 || E'\\n\\n' || split_part(note, E'\\n\\n', 2) where size = $3`,
        [elsewhere, note, second(made)],
      );
      return undefined;
    },
  ),
  both(
    "a checkpoint's root is changed and signed anew",
    ['checkpointWrong'],
    async ({ run, made, signer }) => {
      const note = noteOf(signer, second(made), elsewhere);
      await run('update audit_checkpoint set root = $1, note = $2 where size = $3', [
        elsewhere,
        note,
        second(made),
      ]);
      return undefined;
    },
  ),
  liveOnly("a checkpoint's columns are changed", ['checkpointColumns'], async ({ run, made }) => {
    await run('update audit_checkpoint set root = $1 where size = $2', [elsewhere, second(made)]);
    return undefined;
  }),
  both('a checkpoint is made unreadable', ['checkpointForm'], async ({ run, made }) => {
    await run(`update audit_checkpoint set note = replace(note, E'\\n', ' ') where size = $1`, [
      second(made),
    ]);
    return undefined;
  }),
  both('everything is signed with another key', ['witnessSignature'], async ({ rewrite, signer }) => {
    await rewrite(stranger(signer));
    return undefined;
  }),
  both(
    'everything is signed with another key, and the right one is known',
    ['checkpointSignature', 'keyStrange'],
    async ({ rewrite, signer }) => {
      await rewrite(stranger(signer));
      return { keys: [printVerifierKey(signer.verifierKey)] };
    },
  ),
  both('a key is added', ['keyStrange'], async ({ run, signer }) => {
    await addKey(run, stranger(signer));
    return { keys: [printVerifierKey(signer.verifierKey)] };
  }),
  both(
    'a key is added and the newest checkpoint signed with it',
    ['checkpointSignature'],
    async (intruder) => {
      const { run, made, signer } = intruder;
      await addKey(run, stranger(signer));
      const size = made.sizes.at(-1) ?? 0;
      const note = noteOf(stranger(signer), size, elsewhere);
      await run('update audit_checkpoint set note = $1, root = $2 where size = $3', [note, elsewhere, size]);
      return { keys: [printVerifierKey(signer.verifierKey)] };
    },
  ),
  both('a lowest tile is changed', ['hashDiffers'], async ({ run }) => {
    await run(
      `update audit_tile set hashes = overlay(hashes placing sha256('x') from 33) where level = 0 and index = 0`,
    );
    return undefined;
  }),
  both('a lowest tile is removed', ['hashDiffers'], async ({ run }) => {
    await run('delete from audit_tile where level = 0 and index = 0');
    return undefined;
  }),
  liveOnly('a higher tile is changed', [['tileDiffers', '1/0']], async ({ run }) => {
    await run(`update audit_tile set hashes = sha256('x') where level = 1`);
    return undefined;
  }),
  both('the log is given another origin', ['witnessOrigin'], async ({ rewrite }) => {
    await rewrite(logSigner(secret, 'varna-log/00000000-0000-4000-8000-000000000000'));
    return undefined;
  }),
  liveOnly('the installation is given another id', ['checkpointOrigin'], async ({ run }) => {
    await run('update installation set id = gen_random_uuid()');
    return undefined;
  }),
  both('the witness was shown another log of the same size', ['fork'], ({ made, signer }) =>
    Promise.resolve({ witnessed: noteOf(signer, made.witnessed.size, elsewhere) }),
  ),
  both('an old backup is restored and goes on', ['fork'], async (intruder) => {
    const { run, made, goOn, rewrite } = intruder;
    await cutBack(intruder, second(made));
    await rewrite();
    await goOn(400);
    await run('select from audit_checkpoint where size > $1', [made.witnessed.size]);
    return undefined;
  }),
  both('an old backup is restored', ['logCut'], async (intruder) => {
    await cutBack(intruder, second(intruder.made));
    await intruder.rewrite();
    return undefined;
  }),
];

async function addKey(run: Intruder['run'], signer: Signer): Promise<void> {
  const key = printVerifierKey(signer.verifierKey);
  await run('insert into audit_key (verifier_key, from_size, added_at) values ($1, 1000, now())', [key]);
}

/** The log as a backup had it; the registers stay, since only the tree is in question. */
async function cutBack({ run }: Intruder, size: number): Promise<void> {
  await run('delete from audit_checkpoint where size > $1', [size]);
  await run('delete from audit_event e using audit_leaf l where l.event_id = e.id and l.number >= $1', [
    size,
  ]);
  await run('delete from audit_leaf where number >= $1', [size]);
}
