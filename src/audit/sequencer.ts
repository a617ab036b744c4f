import type { Reader } from '../kernel/db.ts';
import type { HeadFile } from './head-file.ts';
import { betweenCheckpoints, ClockSetBack, integrate, type Integration, TreeChanged } from './integrate.ts';
import { hasPending } from './sequencer.store.ts';
import { readKeptHead } from './kept-head.ts';
import type { Signer } from './tree/note.ts';
import { readHead } from './tree.store.ts';

/** Why the sequencer stands still. */
export type SequencerStop = 'clockSetBack' | 'treeChanged' | 'restoredBackup' | 'failing';
export type SequencerStanding = 'running' | SequencerStop;

export interface SequencerState {
  readonly standing: SequencerStanding;
  readonly since: Date;
}

/** The database is older than a head that was signed: a backup has been restored, or the newest events removed. */
export class RestoredBackup extends Error {
  readonly signed: number;
  constructor(signed: number) {
    super(`a head of ${signed} events has been signed, which this database does not have`);
    this.signed = signed;
  }
}

export interface SequencerOptions {
  readonly db: Reader;
  readonly clock: () => Date;
  readonly signer: Signer;
  readonly headFile: HeadFile;
  /**
   * Asked before the first head of all: an example municipality is put in place with events of years past, which would be
   * back-dated behind a seal of today.
   */
  mayBegin(): Promise<boolean>;
  /** Told when the sequencer stops, and once a minute for as long as it stands. */
  onStopped(why: SequencerStop, error: unknown): void;
}

export interface Sequencer {
  state(): SequencerState;
  /** Ends after the integration at hand. */
  end(): Promise<void>;
}

/** Milliseconds between looks for events when there were none. */
const lookEvery = 250;
/** Milliseconds before a stopped sequencer tries again, and before it says so again. */
const tryAgainAfter = 5000;
const sayAgainAfter = 60_000;

/**
 * Keeps the tree: integrates what has been committed, at most once a second, until it is ended. What stops it is told
 * loudly and tried again: a clock passes the newest checkpoint in time, a changed tree stays changed.
 */
export function startSequencer(options: SequencerOptions): Sequencer {
  const { clock } = options;
  let state: SequencerState = { standing: 'running', since: clock() };
  const loop = { isEnding: false, wake: (): void => undefined };
  let saidAt = 0;
  const stand = (standing: SequencerStanding, error: unknown): void => {
    const now = clock();
    if (state.standing !== standing) state = { standing, since: now };
    else if (standing === 'running' || Math.abs(now.getTime() - saidAt) < sayAgainAfter) return;
    saidAt = now.getTime();
    if (standing !== 'running') options.onStopped(standing, error);
  };
  const once = async (): Promise<number> => {
    try {
      const wait = await integrateOnce(options);
      stand('running', null);
      return wait;
    } catch (error) {
      stand(standingOf(error), error);
      return tryAgainAfter;
    }
  };
  const run = async (): Promise<void> => {
    while (!loop.isEnding) {
      const wait = await once();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, loop.isEnding ? 0 : wait);
        loop.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = run();
  return {
    state: () => state,
    end: async () => {
      loop.isEnding = true;
      loop.wake();
      await running;
    },
  };
}

function standingOf(error: unknown): SequencerStop {
  if (error instanceof ClockSetBack) return 'clockSetBack';
  if (error instanceof TreeChanged) return 'treeChanged';
  if (error instanceof RestoredBackup) return 'restoredBackup';
  return 'failing';
}

/** One look, and an integration where there is something. Answers with the milliseconds until the next look. */
async function integrateOnce(options: SequencerOptions): Promise<number> {
  const { db, clock, signer, headFile } = options;
  const head = await readHead(db);
  if (head === null && !(await options.mayBegin())) return lookEvery;
  if (head !== null && clock() < head.madeAt) throw new ClockSetBack(head.madeAt, clock());
  if (!(await hasPending(db, head?.horizon ?? '0'))) return lookEvery;
  await refuseRestored(options);
  const done: Integration = await integrate(db, clock, signer);
  if (done.kind === 'integrated') {
    await headFile.write(done.note);
    return betweenCheckpoints;
  }
  return done.kind === 'early' ? done.wait : lookEvery;
}

/**
 * Holds the head that was kept outside the database against the database.
 * @throws RestoredBackup when the tree is smaller than it, or had another root at its size
 */
async function refuseRestored({ db, headFile, signer }: SequencerOptions): Promise<void> {
  const kept = await readKeptHead(headFile, signer.verifierKey);
  if (kept === null) return;
  const then = await readHead(db, kept.size);
  if (then?.size !== kept.size || !then.root.equals(kept.root)) throw new RestoredBackup(kept.size);
}
