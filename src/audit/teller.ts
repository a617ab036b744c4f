import { createHash } from 'node:crypto';
import type { Actor } from '../kernel/access.ts';
import type { EventDraft } from '../kernel/action.ts';
import { appendEvent, refusedKind } from '../kernel/audit/append.ts';
import { canonical, type Json } from '../kernel/audit/canonical.ts';
import type { Teller } from '../kernel/audit/tell.ts';
import type { Reader } from '../kernel/db.ts';
import { attemptOf, lookOf } from './told.ts';

/** How long (ms) the same look by the same credential counts as one: a page asks its questions anew at every click. */
const oneLook = 5 * 60_000;
/** How long (ms) repetitions of a refused attempt are counted before they are told. */
const oneCount = 60_000;
/** On so many records, in that time, the same attempt is told one by one; beyond it the records are only counted. */
const mostRecords = 20;
/** What is remembered at most. Beyond it a look is told once more, and a count before its minute is over. */
const mostRemembered = 10_000;
const sweepEvery = 10_000;

/** Attempts at one thing by one credential, refused with one code. */
interface Attempts extends Told {
  readonly since: Date;
  /** How many times again on each record, after the first that was told at once. */
  readonly again: Map<string | null, number>;
  beyond: number;
}

/** A teller that also tells what it has counted, when its time has come. */
export interface RunningTeller extends Teller {
  /** Tells what was counted from a minute ago or more; all that has been counted when `all`. */
  sweep(all?: boolean): Promise<void>;
  /** Sweeps by itself. What it answers with ends that, and tells the rest. */
  keep(onFault: (error: unknown) => void): () => Promise<void>;
}

/**
 * Tells the log of looks and refusals, each in a short transaction of its own. The first of each attempt is told at
 * once and its repetitions as a number within a minute, so that a loop does not fill the log and only a process that is
 * killed loses any. What is tried without signing in becomes one event a minute: a flood costs one row.
 */
export function teller(db: Reader, clock: () => Date): RunningTeller {
  const tell: Tell = (events) =>
    db.transaction().execute(async (transaction) => {
      for (const { actor, register, draft } of events)
        await appendEvent(transaction, actor, register, draft, clock());
    });
  const { refused, sweep } = refusals(tell, clock);
  const keep = (onFault: (error: unknown) => void) => {
    const timer = setInterval(() => void sweep().catch(onFault), sweepEvery);
    timer.unref();
    return async () => {
      clearInterval(timer);
      await sweep(true).catch(onFault);
    };
  };
  return { seen: looks(tell, clock), refused, sweep, keep };
}

interface Told {
  readonly actor: Actor;
  readonly register: string;
  readonly draft: EventDraft;
}
type Tell = (events: readonly Told[]) => Promise<void>;

function looks(tell: Tell, clock: () => Date): Teller['seen'] {
  const latest = new Map<string, number>();
  return async (view, input, asking, answer, purpose) => {
    const { actor } = asking;
    if (actor.kind === 'system') return; // Värna itself is no reader
    const draft = lookOf(view, input, asking, answer, purpose);
    if (draft === null) return;
    const now = clock().getTime();
    const key = keyOf(actor, [draft.kind, draft.record, draft.data ?? null, purpose]);
    const earlier = latest.get(key);
    if (earlier !== undefined && now - earlier < oneLook) return;
    await tell([{ actor, register: view.permission.register, draft }]);
    if (latest.size >= mostRemembered) latest.clear();
    latest.set(key, now);
  };
}

function refusals(tell: Tell, clock: () => Date): Pick<RunningTeller, 'refused' | 'sweep'> {
  const attempts = new Map<string, Attempts>();
  const isOver = ({ since }: Attempts) => clock().getTime() - since.getTime() >= oneCount;

  const sweep = async (all = false): Promise<void> => {
    const due = [...attempts].filter(([, one]) => all || isOver(one));
    if (due.length === 0) return;
    for (const [key] of due) attempts.delete(key);
    try {
      await tell(counted(due.map(([, one]) => one)));
    } catch (error) {
      for (const [key, one] of due) if (!attempts.has(key)) attempts.set(key, one);
      throw error;
    }
  };

  const refused: Teller['refused'] = async (actor, tried, id, refusal) => {
    const draft = actor.kind === 'system' ? null : attemptOf(tried, id, refusal);
    if (draft === null) return refusal;
    const { register } = tried.permission;
    const isStranger = actor.kind === 'anonymous';
    const key = isStranger ? canonical(draft.data ?? null) : keyOf(actor, [register, draft.data ?? null]);
    const earlier = attempts.get(key);
    if (earlier !== undefined && isOver(earlier)) await sweep();
    if (attempts.size >= mostRemembered) await sweep(true);
    const begun: Attempts = { actor, register, draft, since: clock(), again: new Map(), beyond: 0 };
    const one = attempts.get(key) ?? begun;
    attempts.set(key, one);
    const times = one.again.get(draft.record);
    if (isStranger || (times === undefined && one.again.size >= mostRecords)) {
      one.beyond += 1;
      return refusal;
    }
    one.again.set(draft.record, times === undefined ? 0 : times + 1);
    if (times === undefined) await tell([{ actor, register, draft }]);
    return refusal;
  };
  return { refused, sweep };
}

/** The events of what was counted: strangers' all in one. */
function counted(due: readonly Attempts[]): Told[] {
  const strangers = due.filter(({ actor }) => actor.kind === 'anonymous');
  const counts = due.filter(({ actor }) => actor.kind !== 'anonymous');
  const [first] = strangers;
  return [
    ...(first === undefined
      ? []
      : [{ actor: first.actor, register: 'session', draft: byStrangers(strangers, first.since) }]),
    ...counts.flatMap((one) =>
      countsOf(one).map((draft) => ({ actor: one.actor, register: one.register, draft })),
    ),
  ];
}

/** By which credential, and what: the content is kept in memory as a hash only. */
function keyOf(actor: Actor, what: Json): string {
  return createHash('sha256')
    .update(canonical([actor.credentialId ?? actor.kind, what]))
    .digest('base64');
}

/** `times`: how many more than the one that was told. Of the records beyond the most, only how many attempts. */
function countsOf({ draft, since, again, beyond }: Attempts): EventDraft[] {
  const numbered = (record: string | null, times: number): EventDraft => ({
    ...draft,
    record,
    data: { ...(draft.data as object), times, since: since.toISOString() },
  });
  const repeated = [...again]
    .filter(([, times]) => times > 0)
    .map(([record, times]) => numbered(record, times));
  return beyond > 0 ? [...repeated, numbered(null, beyond)] : repeated;
}

/** The doors that were tried and how many times; neither who, which is not known, nor on what. */
function byStrangers(strangers: readonly Attempts[], since: Date): EventDraft {
  const tried = strangers.map((one) => ({ ...(one.draft.data as object), times: one.beyond }));
  return {
    kind: refusedKind,
    record: null,
    concerns: [],
    data: { since: since.toISOString(), attempts: tried },
  };
}
