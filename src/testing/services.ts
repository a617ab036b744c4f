import { teller } from '../audit/teller.ts';
import type { Insight } from '../kernel/insight.ts';
import type { Action } from '../kernel/action.ts';
import type { Actor } from '../kernel/access.ts';
import type { Json } from '../kernel/audit/canonical.ts';
import type { Reader } from '../kernel/db.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { act, type Acted, type Services } from '../kernel/run.ts';

/** Knows nothing: for tests of registers, where no clause is judged. */
export const noInsight: Insight = {
  offenders: () => Promise.resolve([]),
  informationOwners: () => Promise.resolve(new Map()),
  systemOwners: () => Promise.resolve(new Map()),
  asOf: () => noInsight,
};

/** Services on a test database with a clock that stands still. */
export function testServices(db: Reader, now = new Date('2026-11-23T10:00:00Z')): Services {
  const clock = () => now;
  return { db, clock, insight: noInsight, teller: teller(db, clock) };
}

interface Attempt {
  readonly id?: string;
  readonly input?: unknown;
  readonly version?: number;
  readonly key?: string;
  readonly confirmed?: readonly string[];
}

/** Performs an action as somebody, with what a request would carry. */
export function actAs(
  services: Services,
  actor: Actor,
  action: Action,
  attempt: Attempt = {},
): Promise<Acted> {
  return act(services, action, {
    actor,
    id: attempt.id ?? null,
    input: attempt.input ?? {},
    version: attempt.version ?? null,
    idempotencyKey: attempt.key ?? null,
    confirmed: new Set(attempt.confirmed ?? []),
  });
}

/** The same, where the test needs it to succeed: the answer's id and version, or an error that names the refusal. */
export async function done(
  acted: Promise<Acted>,
): Promise<{ id: string; version: number; [key: string]: Json }> {
  const result = await acted;
  if (isRefusal(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.answer as { id: string; version: number }; // every action answers with the record's id
}
