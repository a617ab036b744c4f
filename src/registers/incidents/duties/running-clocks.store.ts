import { type Held, HeldByLog, type Touched } from '../../../clauses/held-by-log.store.ts';
import type { DutyData } from '../../../duties/dated.ts';
import { readDutyData } from '../../../duties/duty-data.store.ts';
import type { Scope } from '../../../kernel/access.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import type { Reader } from '../../../kernel/db.ts';
import type { RegisterName } from '../../../kernel/registers.ts';
import { byUrgency, type RunningClock } from './clock.ts';
import { casesWithin, type ClockedCase, judgedCases, type JudgedCase } from './clock.store.ts';

/** A running clock, and the case that it runs in. */
export interface FoundClock {
  readonly clock: RunningClock;
  readonly of: ClockedCase;
}

/** The clocks that somebody may see, by urgency. */
interface ClocksWithin {
  readonly clocks: readonly FoundClock[];
  /** Incidents of which nobody has said whom they concern. */
  readonly unplaced: readonly ClockedCase[];
  /** Is all of the case open to whoever asks: does she coordinate, handle it, or has she been let in? */
  readonly isOpen: (of: ClockedCase) => boolean;
}

/** All clocks that run in the cases within the scope, by urgency; and the incidents that nobody has placed. */
export async function clocksWithin(
  db: Reader,
  scope: Scope,
  { today, now }: { readonly today: string; readonly now: Date },
): Promise<ClocksWithin> {
  const { clocks, unplaced } = await allClocks(db, now);
  if (scope.everything) return { clocks, unplaced, isOpen: () => true };
  const within = await casesWithin(db, scope, today);
  return {
    clocks: clocks.filter(({ of }) => within.has(of.id)),
    unplaced: unplaced.filter(({ id }) => within.has(id)),
    isOpen: ({ id }) => within.get(id) === true,
  };
}

interface Clocks {
  readonly day: string;
  readonly data: DutyData;
  readonly cases: ReadonlyMap<string, JudgedCase>;
  readonly clocks: readonly FoundClock[];
  readonly unplaced: readonly ClockedCase[];
  /** Between which instants all of them stand as they do. */
  readonly judgedAt: number;
  readonly changesAt: number;
}

const memories = new WeakMap<Reader, HeldByLog<Clocks>>();

/**
 * Every clock that runs. To judge ten thousand open cases takes seconds and changes little from one question to the next, so they are
 * held in memory, and a case is judged again when an event has touched it or one of its clocks has turned.
 */
async function allClocks(db: Reader, now: Date): Promise<Clocks> {
  // A question of the past is a transaction of its own.
  if (db.isTransaction) return loadClocks(db, now);
  let memory = memories.get(db);
  if (memory === undefined) {
    memory = new HeldByLog(db, { load: loadClocks, renew: renewClocks, holds });
    memories.set(db, memory);
  }
  const held: Held<Clocks> = await memory.now(now);
  return held.value;
}

function holds({ day, judgedAt, changesAt }: Clocks, now: Date): boolean {
  return day === dayOf(now) && judgedAt <= now.getTime() && now.getTime() < changesAt;
}

async function loadClocks(db: Reader, now: Date): Promise<Clocks> {
  const data = await readDutyData(db);
  const cases = await judgedCases(db, null, data, now);
  return gathered(
    { cases: new Map(cases.map((one) => [one.of.id, one])), kept: [], judged: cases, data },
    now,
  );
}

/** What every case's clocks turn on: the law's times, whom to tell, and what the parties are called. */
const ofAll: readonly RegisterName[] = ['dutyTerm', 'dutyRecipient', 'body', 'entity'];

async function renewClocks(db: Reader, held: Clocks, touched: Touched, now: Date): Promise<Clocks> {
  // Whom to tell is a matter of the day.
  if (held.day !== dayOf(now) || ofAll.some((one) => touched.has(one))) return loadClocks(db, now);
  const turned = [...held.cases.values()].filter(
    ({ judgedAt, changesAt }) => judgedAt > now.getTime() || changesAt <= now.getTime(),
  );
  const ids = new Set([...(touched.get('incident') ?? []), ...turned.map(({ of }) => of.id)]);
  if (ids.size === 0) return held;
  const cases = new Map(held.cases);
  for (const id of ids) cases.delete(id);
  const judged = await judgedCases(db, [...ids], held.data, now);
  for (const one of judged) cases.set(one.of.id, one);
  const kept = held.clocks.filter(({ of }) => !ids.has(of.id));
  return gathered({ cases, kept, judged, data: held.data }, now);
}

interface Gathering {
  readonly cases: ReadonlyMap<string, JudgedCase>;
  /** The clocks, in order, of the cases that were not judged now. */
  readonly kept: readonly FoundClock[];
  readonly judged: readonly JudgedCase[];
  readonly data: DutyData;
}

function gathered({ cases, kept, judged, data }: Gathering, now: Date): Clocks {
  const fresh = judged.flatMap(({ of, clocks }) => clocks.map((clock): FoundClock => ({ clock, of })));
  const unplaced: ClockedCase[] = [];
  let [judgedAt, changesAt] = [0, Number.POSITIVE_INFINITY];
  for (const one of cases.values()) {
    judgedAt = Math.max(judgedAt, one.judgedAt);
    changesAt = Math.min(changesAt, one.changesAt);
    if (one.isUnplaced) unplaced.push(one.of);
  }
  return {
    day: dayOf(now),
    data,
    cases,
    // To sort what is all but sorted is to walk through it.
    clocks: [...kept, ...fresh].sort((one, other) => byUrgency(one.clock, other.clock)),
    unplaced: unplaced.sort((one, other) => (one.id < other.id ? -1 : 1)),
    judgedAt,
    changesAt,
  };
}
