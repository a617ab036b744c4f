import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Actor, covers, scopeOf } from './access.ts';
import type { Action, Circumstances, EventDraft, Stamp } from './action.ts';
import { appendEvent, refusedKind } from './audit/append.ts';
import { canonical, type Json } from './audit/canonical.ts';
import { dayOf } from './calendar.ts';
import { databaseError, isRetryable, type Reader, type Transaction } from './db.ts';
import { newId } from './ids.ts';
import type { Insight } from './insight.ts';
import { fromQuery, parse } from './parse.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import type { View } from './view.ts';

export interface Services {
  readonly db: Reader;
  readonly clock: () => Date;
  readonly insight: Insight;
}

/** A request to act, as the door hands it over. */
export interface ActRequest {
  readonly actor: Actor;
  readonly id: string | null;
  readonly input: unknown;
  /** The version the person saw, from If-Match; null when the action makes something new. */
  readonly version: number | null;
  readonly idempotencyKey: string | null;
  readonly confirmed: ReadonlySet<string>;
}

/** What an action answers. The kernel adds the event's id, so that the change can be looked up in the log. */
export type Acted = { readonly answer: Json } | Refusal;

/** Carries a refusal out through the transaction, so that nothing of it stays. */
class Abandon extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Performs an action, in the one order there is: may the actor do this at all → parse → open a transaction → load
 * within scope → authorise → compare versions → decide → tell the log → save → commit. A refusal leaves nothing
 * behind; an attempt at what is forbidden is told to the log in a transaction of its own.
 */
export async function act(services: Services, action: Action, request: ActRequest): Promise<Acted> {
  const door = doorRefusal(action, request);
  if (door !== null) return noteIfForbidden(services, action, request, door);
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await services.db
        .transaction()
        .execute((transaction) => perform(services, transaction, action, request));
      return { answer };
    } catch (error) {
      const refusal = error instanceof Abandon ? error.refusal : brokenConstraint(error, action);
      if (refusal !== null) {
        return (
          (await answeredMeanwhile(services, action, request)) ??
          noteIfForbidden(services, action, request, refusal)
        );
      }
      // The same key at the same moment: the other one won, and its answer is there to give.
      const repeated = databaseError(error)?.constraint === 'idempotency_key_pkey';
      if (attempt >= 4 || !(repeated || isRetryable(error))) throw error;
    }
  }
}

function doorRefusal(action: Action, request: ActRequest): Refusal | null {
  const { actor } = request;
  if (scopeOf(actor, action.permission) === null) {
    return refuse(actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden');
  }
  if (action.on === 'record' && (request.id === null || !uuid.test(request.id))) return refuse('notFound');
  const invalid = parse(action.input, request.input, request.confirmed);
  if (invalid !== null) return invalid;
  if (action.version !== undefined && request.version === null) return refuse('versionMissing');
  return null;
}

async function perform(
  services: Services,
  transaction: Transaction,
  action: Action,
  request: ActRequest,
): Promise<Json> {
  const { actor } = request;
  const hash = hashOf(action, request);
  const key = keyOf(action, request);
  if (key !== null) {
    const earlier = await earlierAnswer(transaction, actor, key);
    if (earlier !== null) {
      if (!earlier.hash.equals(hash)) throw new Abandon(refuse('keyReused'));
      return earlier.answer;
    }
  }
  const now = services.clock();
  const circumstances: Circumstances = { actor, now, today: dayOf(now), newId, confirmed: request.confirmed };
  const loaded: unknown = await loadAllowed(transaction, action, request, circumstances);
  const decision = action.decide(loaded, request.input, circumstances);
  if (isRefusal(decision)) throw new Abandon(decision);
  const stamp = await appendEvent(
    transaction,
    actor,
    action.permission.register,
    decision.event,
    services.clock(),
  );
  const saved: unknown = await action.save(transaction, loaded, decision.next, stamp);
  const answer = { ...(saved as Record<string, Json>), event: stamp.eventId };
  if (key !== null) await keepAnswer(transaction, actor, action, key, hash, answer, stamp);
  return answer;
}

/**
 * The same request may have come twice at once: the second waited for the first, and then found what it was to change
 * changed already. It is given the first one's answer, as if it had come a moment later.
 */
async function answeredMeanwhile(
  services: Services,
  action: Action,
  request: ActRequest,
): Promise<Acted | null> {
  const key = keyOf(action, request);
  if (key === null) return null;
  const earlier = await earlierAnswer(services.db, request.actor, key);
  return earlier?.hash.equals(hashOf(action, request)) === true ? { answer: earlier.answer } : null;
}

/** The key a repeated request is known by; none where the answer is a secret, which is never kept. */
function keyOf(action: Action, request: ActRequest): string | null {
  return action.secretAnswer === true ? null : request.idempotencyKey;
}

/** What tells a repeated request from another one with the same key. */
function hashOf(action: Action, request: ActRequest): Buffer {
  return createHash('sha256')
    .update(canonical([action.name, request.id, request.input as Json]))
    .digest();
}

async function loadAllowed(
  transaction: Transaction,
  action: Action,
  request: ActRequest,
  circumstances: Circumstances,
): Promise<unknown> {
  const readable = scopeOf(request.actor, action.readable);
  const scope = scopeOf(request.actor, action.permission);
  if (readable === null || scope === null) throw new Abandon(refuse('forbidden'));
  const loadRequest = { id: request.id ?? '', input: request.input, scope: readable, circumstances };
  const loaded: unknown = await action.load(transaction, loadRequest);
  if (loaded === null) throw new Abandon(refuse('notFound'));
  if (isRefusal(loaded)) throw new Abandon(loaded);
  const target = action.targetKeys?.(loaded, request.input) ?? null;
  if (!covers(scope, action.keys(loaded, request.input)) || (target !== null && !covers(scope, target))) {
    throw new Abandon(refuse('forbidden'));
  }
  if (action.version !== undefined && action.version(loaded) !== request.version) {
    throw new Abandon(refuse('versionMoved', { current: action.show?.(loaded) ?? null }));
  }
  return loaded;
}

interface Earlier {
  readonly hash: Buffer;
  readonly answer: Json;
}

async function earlierAnswer(db: Reader, actor: Actor, key: string): Promise<Earlier | null> {
  const found = await sql<{ request_hash: Buffer; answer: Json }>`
    select request_hash, answer from idempotency_key
    where credential = ${actor.credentialId ?? actor.kind} and key = ${key}`.execute(db);
  const row = found.rows[0];
  return row === undefined ? null : { hash: row.request_hash, answer: row.answer };
}

async function keepAnswer(
  transaction: Transaction,
  actor: Actor,
  action: Action,
  key: string,
  hash: Buffer,
  answer: Json,
  stamp: Stamp,
): Promise<void> {
  await sql`insert into idempotency_key (key, credential, action, request_hash, answer, created_at)
    values (${key}, ${actor.credentialId ?? actor.kind}, ${action.name}, ${hash}, ${JSON.stringify(answer)}, ${stamp.at})`.execute(
    transaction,
  );
}

function brokenConstraint(error: unknown, action: Action): Refusal | null {
  const found = databaseError(error);
  const code = found === null ? undefined : action.constraints?.[found.constraint];
  return code === undefined ? null : refuse(code);
}

/** What is forbidden and was tried is told to the log, also when nothing came of it. */
async function noteIfForbidden(
  services: Services,
  action: Action,
  request: ActRequest,
  refusal: Refusal,
): Promise<Refusal> {
  if (refusal.code !== 'forbidden' || wasNotedJustNow(action, request, services.clock())) return refusal;
  const draft: EventDraft = {
    kind: refusedKind,
    record: request.id !== null && uuid.test(request.id) ? request.id : null,
    data: { action: action.name },
  };
  await services.db
    .transaction()
    .execute((transaction) =>
      appendEvent(transaction, request.actor, action.permission.register, draft, services.clock()),
    );
  return refusal;
}

/** How long (ms) the same attempt by the same person is told once: a loop must not fill the log. */
const noteAgainAfter = 60_000;
const mostNoted = 10_000;
const noted = new Map<string, number>();

function wasNotedJustNow(action: Action, { actor, id }: ActRequest, now: Date): boolean {
  const key = `${actor.credentialId ?? actor.kind} ${action.name} ${id ?? ''}`;
  const earlier = noted.get(key);
  if (earlier !== undefined && now.getTime() - earlier < noteAgainAfter) return true;
  if (noted.size >= mostNoted) noted.clear();
  noted.set(key, now.getTime());
  return false;
}

/** A request to look, as the door hands it over; `query` is as in the address, all text. */
export interface AskRequest {
  readonly actor: Actor;
  readonly id: string | null;
  readonly query: Readonly<Record<string, unknown>>;
}

/** Performs a view: may the actor ask this at all → parse → answer within scope. */
export async function ask(
  services: Services,
  view: View,
  request: AskRequest,
): Promise<{ answer: unknown } | Refusal> {
  const scope = scopeOf(request.actor, view.permission);
  if (scope === null) return refuse(request.actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden');
  if (view.on === 'record' && (request.id === null || !uuid.test(request.id))) return refuse('notFound');
  const input = fromQuery(view.input, request.query);
  const invalid = parse(view.input, input, new Set(['personnummer']));
  if (invalid !== null) return invalid;
  const now = services.clock();
  const asking = {
    actor: request.actor,
    scope,
    now,
    today: dayOf(now),
    id: request.id ?? '',
    insight: services.insight,
  };
  const answer: unknown = await view.answer(services.db, input, asking);
  if (answer === null) return refuse('notFound');
  return isRefusal(answer) ? answer : { answer };
}
