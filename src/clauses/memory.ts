import type { Reader } from '../kernel/db.ts';
import { dayOf } from '../kernel/calendar.ts';
import { current } from '../kernel/recorded.ts';
import { readTouched, type RegisterName } from '../kernel/registers.ts';
import { policyInForce } from '../governance/documents/document.facts.ts';
import {
  countEventsUntil,
  hasUnseen,
  type LogMoment,
  readLogMoment,
  readUnseen,
  type WindowEvent,
} from './event-window.store.ts';
import type { Facts } from './facts.ts';
import { loadFacts, recountedFacts, renewFacts } from './load.ts';
import type { JudgedClauses } from './verdicts.ts';

/** The registers at one instant, and by what that instant is known again. */
export interface Snapshot {
  readonly facts: Facts;
  readonly auditHead: string;
  /** The day to judge by. */
  readonly today: string;
  readonly policyVersion: string;
  /** What has been judged on these facts; snapshots of now share one, so that only what changed is judged again. */
  readonly judged: JudgedClauses;
}

interface Held {
  readonly facts: Facts;
  readonly moment: LogMoment;
  readonly day: string;
}

/** Snapshots of past instants that are kept; each is as large as the registers. */
const pastKept = 3;
/** An instant this near (ms) may still get events of transactions that have not committed: not kept. */
const settled = 60_000;

/**
 * The facts, held in memory for the log's head and renewed only for the records that new events touched. One for each
 * database; `memoryOf` gives it. Everything that judges asks here, so that it judges what the log says now.
 */
export class Memory {
  private readonly db: Reader;
  private held: Held | null = null;
  private running: Promise<Held> | null = null;
  private queued: Promise<Held> | null = null;
  private readonly past = new Map<number, Promise<Snapshot>>();
  private readonly judged: JudgedClauses = new Map();
  private reading: Promise<unknown> = Promise.resolve();

  constructor(db: Reader) {
    this.db = db;
  }

  /** The facts now. Every event committed before the call is in them. */
  async now(instant: Date): Promise<Snapshot> {
    const day = dayOf(instant);
    const held = await this.fresh(day);
    return snapshot(held.facts, held.moment.count, day, this.judged);
  }

  /** What the registers said at a past instant, with that day as today. */
  async asOf(instant: Date, now: Date): Promise<Snapshot> {
    const key = instant.getTime();
    const kept = this.past.get(key);
    if (kept !== undefined) {
      // Last in the order: the one used longest ago goes first.
      this.past.delete(key);
      this.past.set(key, kept);
      return kept;
    }
    const loading = this.readPast(instant);
    if (now.getTime() - key < settled) return loading;
    this.past.set(key, loading);
    loading.catch(() => this.past.delete(key));
    for (const oldest of this.past.keys()) {
      if (this.past.size <= pastKept) break;
      this.past.delete(oldest);
    }
    return loading;
  }

  /**
   * Reads a past instant without keeping it: for walking through many, as a trend does. One at a time: each is as much
   * work as starting the server is.
   */
  readPast(instant: Date): Promise<Snapshot> {
    const reading = this.reading.then(() => this.readInstant(instant));
    this.reading = reading.catch(() => undefined);
    return reading;
  }

  private readInstant(instant: Date): Promise<Snapshot> {
    return inOneSnapshot(this.db, async (db) => {
      const day = dayOf(instant);
      const count = await countEventsUntil(db, instant);
      return snapshot(await loadFacts(db, { kind: 'asOf', at: instant }, day), count, day, new Map());
    });
  }

  /**
   * At most one check runs, and at most one waits. Who asks while one runs shares the waiting one: the running one may
   * have looked before the asker's change was committed.
   */
  private fresh(day: string): Promise<Held> {
    if (this.running === null) {
      this.running = this.check(day).finally(() => {
        this.running = null;
      });
      return this.running;
    }
    this.queued ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.queued = null;
        return this.fresh(day);
      });
    return this.queued;
  }

  private async check(day: string): Promise<Held> {
    const held = this.held;
    const next = held === null ? await this.load(day) : await this.renew(held, day);
    this.held = next;
    return next;
  }

  private async load(day: string): Promise<Held> {
    return inOneSnapshot(this.db, async (db) => {
      const moment = await readLogMoment(db);
      return { moment, facts: await loadFacts(db, current, day), day };
    });
  }

  private async renew(held: Held, day: string): Promise<Held> {
    if (held.day === day && !(await hasUnseen(this.db, held.moment))) return held;
    return inOneSnapshot(this.db, async (db) => {
      const { moment, unseen } = await readUnseen(db, held.moment);
      const facts = await renewFacts(db, held.facts, touchedBy(unseen), day);
      return { moment, day, facts: held.day === day ? facts : await recountedFacts(db, facts, day) };
    });
  }
}

const memories = new WeakMap<Reader, Memory>();

/** The memory of a database: one, however many ask. */
export function memoryOf(db: Reader): Memory {
  let memory = memories.get(db);
  if (memory === undefined) {
    memory = new Memory(db);
    memories.set(db, memory);
  }
  return memory;
}

function inOneSnapshot<Answer>(db: Reader, read: (db: Reader) => Promise<Answer>): Promise<Answer> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

function snapshot(facts: Facts, count: number, today: string, judged: JudgedClauses): Snapshot {
  const policy = policyInForce(facts.documents, facts.documentVersions, today);
  return {
    facts,
    auditHead: String(count),
    today,
    policyVersion: policy?.version.contentHash ?? 'none',
    judged,
  };
}

function touchedBy(events: readonly WindowEvent[]): Map<RegisterName, Set<string>> {
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
