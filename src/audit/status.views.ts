import { Type } from 'typebox';
import { Fields, OneOf, OrNull } from '../kernel/schema.ts';
import { view } from '../kernel/view.ts';
import { auditAccess } from './audit.access.ts';
import { countLog } from './audit.store.ts';
import { Checkpoint, checkpointOf } from './log.ts';
import { sequencerStanding } from './standing.ts';
import { readHead, readVerifierKeys } from './tree.store.ts';

/** How a sequencer can stand; `unknown` where this process runs none. */
export const standings = [
  'running',
  'clockSetBack',
  'treeChanged',
  'restoredBackup',
  'failing',
  'unknown',
] as const;

/** How the log stands: its size, its newest checkpoint, and whether it goes on growing as it should. */
export const status = view({
  name: 'audit.status',
  on: 'register',
  permission: auditAccess.status,
  input: Fields({}),
  output: Fields({
    standing: OneOf(standings),
    since: OrNull(Type.String()),
    sealed: Type.Integer(),
    unsealed: Type.Integer(),
    erased: Type.Integer(),
    checkpoint: OrNull(Checkpoint),
    keys: Type.Array(Type.String()),
    now: Type.String(),
  }),
  told: { nothing: 'figures and hashes' },
  past: 'none',
  answer: async (db, _input, { now }) => {
    const head = await readHead(db);
    const [{ unsealed, erased }, keys] = await Promise.all([
      countLog(db, head?.horizon ?? '0'),
      readVerifierKeys(db),
    ]);
    const sequencer = sequencerStanding();
    const standing: (typeof standings)[number] = sequencer?.standing ?? 'unknown';
    return {
      standing,
      since: sequencer?.since.toISOString() ?? null,
      sealed: head?.size ?? 0,
      unsealed,
      erased,
      checkpoint: head === null ? null : checkpointOf(head),
      keys: [...keys],
      now: now.toISOString(),
    };
  },
});
