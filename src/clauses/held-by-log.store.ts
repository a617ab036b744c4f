import type { Reader } from '../kernel/db.ts';
import { readTouched, type RegisterName } from '../kernel/registers.ts';
import {
  hasUnseen,
  type LogMoment,
  readLogMoment,
  readUnseen,
  type WindowEvent,
} from './event-window.store.ts';

/** Which records of which registers events named. */
export type Touched = ReadonlyMap<RegisterName, ReadonlySet<string>>;

/** What is held, and how it is read: each time in one snapshot of the database. */
interface Source<Value> {
  load(db: Reader, instant: Date): Promise<Value>;
  /** The value after the records in `touched` have changed, or when it no longer holds. */
  renew(db: Reader, value: Value, touched: Touched, instant: Date): Promise<Value>;
  /** Is it true at the instant as well, where the log has said nothing new? */
  holds(value: Value, instant: Date): boolean;
}

export interface Held<Value> {
  readonly value: Value;
  readonly moment: LogMoment;
}

/**
 * What has been read from the registers, held in memory for the log's head and renewed only for the records that new events
 * touched. Every event committed before it is asked for is in it.
 */
export class HeldByLog<Value> {
  private readonly db: Reader;
  private readonly source: Source<Value>;
  private held: Held<Value> | null = null;
  private running: Promise<Held<Value>> | null = null;
  private queued: Promise<Held<Value>> | null = null;

  constructor(db: Reader, source: Source<Value>) {
    this.db = db;
    this.source = source;
  }

  /**
   * The value now. At most one check runs, and at most one waits. Who asks while one runs shares the waiting one: the running one
   * may have looked before the asker's change was committed.
   */
  now(instant: Date): Promise<Held<Value>> {
    if (this.running === null) {
      this.running = this.check(instant).finally(() => {
        this.running = null;
      });
      return this.running;
    }
    this.queued ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.queued = null;
        return this.now(instant);
      });
    return this.queued;
  }

  private async check(instant: Date): Promise<Held<Value>> {
    const held = this.held;
    const next = held === null ? await this.load(instant) : await this.renew(held, instant);
    this.held = next;
    return next;
  }

  private load(instant: Date): Promise<Held<Value>> {
    return inOneSnapshot(this.db, async (db) => {
      const moment = await readLogMoment(db);
      return { moment, value: await this.source.load(db, instant) };
    });
  }

  private async renew(held: Held<Value>, instant: Date): Promise<Held<Value>> {
    const isStill = this.source.holds(held.value, instant);
    if (isStill && !(await hasUnseen(this.db, held.moment))) return held;
    return inOneSnapshot(this.db, async (db) => {
      const { moment, unseen } = await readUnseen(db, held.moment);
      const touched = touchedBy(unseen);
      return { moment, value: await this.source.renew(db, held.value, touched, instant) };
    });
  }
}

/** Reads in one snapshot of the database, whatever is written meanwhile. */
export function inOneSnapshot<Answer>(db: Reader, read: (db: Reader) => Promise<Answer>): Promise<Answer> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

function touchedBy(events: readonly WindowEvent[]): Touched {
  const touched = new Map<RegisterName, Set<string>>();
  for (const entry of events.flatMap((event) => event.touched)) {
    const found = readTouched(entry);
    if (found === null) continue;
    const ids = touched.get(found.register);
    if (ids === undefined) touched.set(found.register, new Set([found.id]));
    else ids.add(found.id);
  }
  return touched;
}
