import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HeadFile } from './head-file.ts';
import { acceptRestore, restoredKind } from './restore.ts';
import { RestoredBackup, type SequencerStop, startSequencer } from './sequencer.ts';
import { logSigner } from './signing-key.ts';
import { type TestLog, testLog, until } from './testing.ts';
import { signNote } from './tree/note.ts';
import { readHead } from './tree.store.ts';

let log: TestLog;

beforeEach(async () => {
  log = await testLog();
});
afterEach(() => log.close());

describe('the sequencer', () => {
  const fileOf = (kept: { note: string | null }): HeadFile => ({
    read: () => Promise.resolve(kept.note),
    write: (note) => {
      kept.note = note;
      return Promise.resolve();
    },
  });
  it('covers an event by a checkpoint soon after, keeps the head outside, and ends when told', async () => {
    const kept = { note: null as string | null };
    const headFile = fileOf(kept);
    const sequencer = startSequencer({
      db: log.db,
      clock: () => new Date(),
      signer: log.signer,
      headFile,
      mayBegin: yes,
      onStopped: fail,
    });
    log.state.now = new Date();
    await log.tell(1);
    await until(async () => (await readHead(log.db)) !== null && kept.note !== null);
    expect(sequencer.state().standing).toBe('running');
    await sequencer.end();
    expect(kept.note).toBe((await readHead(log.db))?.note);
  });

  it('begins no log before it may', async () => {
    await log.tell(1);
    const answers = [false, false, true];
    const mayBegin = () => Promise.resolve(answers.shift() ?? true);
    const headFile = fileOf({ note: null });
    const sequencer = startSequencer({ ...log, headFile, mayBegin, onStopped: fail });
    await until(async () => (await readHead(log.db)) !== null);
    expect(answers).toEqual([]);
    await sequencer.end();
  });

  it('signs nothing when the database is older than the head it kept', async () => {
    await log.tell(1);
    const first = await log.integrate();
    const newer = first.kind === 'integrated' ? first.note : '';
    await log.owner.query('alter table audit_checkpoint disable trigger user');
    await log.owner.query('delete from audit_checkpoint');
    const stopped: [SequencerStop, unknown][] = [];
    const sequencer = startSequencer({
      db: log.db,
      clock: log.clock,
      signer: log.signer,
      headFile: fileOf({ note: newer }),
      mayBegin: yes,
      onStopped: (...what) => stopped.push(what),
    });
    await log.tell(1);
    await until(() => stopped.length > 0);
    expect(stopped[0]).toEqual(['restoredBackup', new RestoredBackup(2)]);
    expect(sequencer.state().standing).toBe('restoredBackup');
    expect(await readHead(log.db)).toBeNull();
    await sequencer.end();
    const kept = { note: newer };
    const headFile = fileOf(kept);
    expect(await acceptRestore({ ...log, headFile }, 'Disken gick sönder.')).toEqual({ size: 0, signed: 2 });
    expect(await acceptRestore({ ...log, headFile }, 'En gång till.')).toBeNull();
    const { rows } = await log.owner.query('select leaf from audit_event where kind = $1', [restoredKind]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).toContain('Disken gick sönder.');
  });

  it('passes over a kept head of another installation', async () => {
    const foreign = logSigner(Buffer.alloc(32, 9), 'varna-log/another');
    const note = signNote(`varna-log/another\n99\n${Buffer.alloc(32).toString('base64')}\n`, foreign);
    await log.tell(1);
    const sequencer = startSequencer({
      db: log.db,
      clock: log.clock,
      signer: log.signer,
      headFile: fileOf({ note }),
      mayBegin: yes,
      onStopped: fail,
    });
    await until(async () => (await readHead(log.db)) !== null);
    await sequencer.end();
  });
});

const yes = () => Promise.resolve(true);

function fail(standing: SequencerStop, error: unknown): never {
  throw new Error(`stopped: ${standing}`, { cause: error });
}
