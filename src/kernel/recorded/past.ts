import { sql } from 'kysely';
import { type Actor, type Permission, scopeOf } from '../access.ts';
import { dayOf, instantOf } from '../calendar.ts';
import { lastMicrosecondOf } from '../recorded.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Services } from '../run.ts';
import type { Asking, View } from '../view.ts';
import { Turns } from './turns.ts';

/**
 * Questions of the past hold a connection while facts are read on another, so the pool must never be full of them. One
 * page asks a handful at a time.
 */
const turns = new Turns({ atOnce: 4, waiting: 40, each: 12 });

/** The instant that a question asks about; null for now. A view that has no past refuses, or answers as of now where that will do. */
export function instantAsked(view: View, asOf: unknown, orNow: boolean, now: Date): Date | Refusal | null {
  if (asOf === undefined || asOf === '') return null;
  if (view.past === 'none') return orNow ? null : refuse('noPast', { field: 'asOf' });
  const instant = typeof asOf === 'string' ? instantOf(asOf, now) : null;
  if (instant === null) return refuse('invalid', { fields: [{ field: 'asOf', code: 'notADay' }] });
  if (instant > now) return refuse('asOfInFuture', { field: 'asOf' });
  return instant === now ? null : instant;
}

/**
 * Answers as of a past instant. The view is asked as always, but in a transaction where every register's name means what
 * was recorded then (db/migrations/0015_past.sql). Her rights are those she has now, and reach what lies within them both
 * as it was and as it is (covered.ts). Nothing can be done with what is shown.
 */
export async function answerPast(
  services: Services,
  view: View,
  input: unknown,
  asking: Asking,
  asOf: Date,
): Promise<unknown> {
  const answer = (): Promise<unknown> =>
    view.past === 'itself'
      ? view.answer(services.db, input, { ...asking, asOf })
      : answerFromHistory(services, view, input, asking, asOf);
  return turns.take(asking.actor.credentialId ?? asking.actor.kind, answer);
}

async function answerFromHistory(
  services: Services,
  view: View,
  input: unknown,
  asking: Asking,
  asOf: Date,
): Promise<unknown> {
  const actor: Actor = { ...asking.actor, asksOn: asking.today };
  const then: Asking = {
    ...asking,
    actor,
    scope: scopeIn(actor, view.permission),
    now: asOf,
    today: dayOf(asOf),
    asOf,
    insight: asking.insight.asOf(asOf, asking.now),
  };
  const read = services.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return read.execute(async (transaction) => {
    // Only for this transaction, so that the connection is its old self afterwards.
    const { rows } = await sql<{ begun: Date | null }>`/* every request */ select
      (select min(occurred_at) from public.audit_event) as begun, set_config('search_path', 'past, public', true),
      set_config('varna.as_of', ${lastMicrosecondOf(asOf)}, true)`.execute(transaction);
    const begun = rows[0]?.begun ?? null;
    if (begun === null || asOf < begun) return refuse('asOfTooEarly', { field: 'asOf' });
    return withoutSteps(await view.answer(transaction, input, then));
  });
}

function scopeIn(actor: Actor, permission: Permission) {
  const scope = scopeOf(actor, permission);
  if (scope === null) throw new Error('the right was judged at the door');
  return scope;
}

/** What may be done now is not told of then: every step is closed, whatever the view has said of it. */
export function withoutSteps(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(withoutSteps);
  if (typeof answer !== 'object' || answer === null || answer instanceof Date) return answer;
  if ('allowed' in answer && 'because' in answer) return { ...answer, allowed: false, because: 'pastShown' };
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]: [string, unknown]) => {
      if (name === 'may') return [name, closed(value)];
      return [name, /^may[A-Z]/.test(name) && typeof value === 'boolean' ? false : withoutSteps(value)];
    }),
  );
}

/** The steps of a record: each with its reason, or a plain truth. */
function closed(may: unknown): unknown {
  if (typeof may !== 'object' || may === null) return may;
  return Object.fromEntries(
    Object.entries(may).map(([name, step]: [string, unknown]) => [
      name,
      typeof step === 'boolean' ? false : withoutSteps(step),
    ]),
  );
}
