import type { Reader } from '../kernel/db.ts';
import { dayOf } from '../kernel/calendar.ts';
import { current } from '../kernel/recorded.ts';
import { policyInForce } from '../governance/documents/document.facts.ts';
import { countEventsUntil } from './event-window.store.ts';
import type { Facts } from './facts.ts';
import { HeldByLog, inOneSnapshot, type Touched } from './held-by-log.store.ts';
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

interface FactsOfDay {
  readonly facts: Facts;
  readonly day: string;
}

/** Snapshots of past instants that are kept; each is as large as the registers. */
const pastKept = 3;
/** An instant this near (ms) may still get events of transactions that have not committed: not kept. */
const settled = 60_000;

/**
 * The facts, held in memory ({@link HeldByLog}). One for each database; `memoryOf` gives it. Everything that judges asks here, so
 * that it judges what the log says now.
 */
export class Memory {
  private readonly db: Reader;
  private readonly held: HeldByLog<FactsOfDay>;
  private readonly past = new Map<number, Promise<Snapshot>>();
  private readonly judged: JudgedClauses = new Map();
  private reading: Promise<unknown> = Promise.resolve();

  constructor(db: Reader) {
    this.db = db;
    this.held = new HeldByLog(db, factsOfNow);
  }

  /** The facts now. Every event committed before the call is in them. */
  async now(instant: Date): Promise<Snapshot> {
    const { value, moment } = await this.held.now(instant);
    return snapshot(value.facts, moment.count, dayOf(instant), this.judged);
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
}

const factsOfNow = {
  load: async (db: Reader, instant: Date): Promise<FactsOfDay> => {
    const day = dayOf(instant);
    return { facts: await loadFacts(db, current, day), day };
  },
  renew: async (db: Reader, held: FactsOfDay, touched: Touched, instant: Date): Promise<FactsOfDay> => {
    const day = dayOf(instant);
    const facts = await renewFacts(db, held.facts, touched, day);
    return { day, facts: held.day === day ? facts : await recountedFacts(db, facts, day) };
  },
  holds: ({ day }: FactsOfDay, instant: Date) => day === dayOf(instant),
};

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
