import { createHash } from 'node:crypto';
import { type Actor, covers, type Scope, scopeOf } from './access.ts';
import type { Action, Circumstances, LoadRequest } from './action.ts';
import { appendEvent } from './audit/append.ts';
import { canonical, type Json } from './audit/canonical.ts';
import { purposeOf, type Teller } from './audit/tell.ts';
import { dayOf } from './calendar.ts';
import { databaseError, isRetryable, type Reader, type Transaction } from './db.ts';
import { earlierAnswer, keepAnswer } from './housekeeping.ts';
import { newId } from './ids.ts';
import type { Insight } from './insight.ts';
import { fromQuery, parse } from './parse.ts';
import { answerPast, instantAsked } from './recorded/past.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { pageSize } from './schema.ts';
import type { View } from './view.ts';

export interface Services {
  readonly db: Reader;
  readonly clock: () => Date;
  readonly insight: Insight;
  readonly teller: Teller;
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
  /** What for, in the person's own words, where the declaration asks. */
  readonly purpose?: string | undefined;
}

/** What an action answers. The kernel adds the event's id, so that the change can be looked up in the log. */
export type Acted = { readonly answer: Json } | Refusal;

/** One request to act, and what it is performed with. */
interface Attempt {
  readonly services: Services;
  readonly action: Action;
  readonly request: ActRequest;
  readonly readable: Scope;
  /** What was made ready before the transaction. */
  readonly prepared?: unknown;
}

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
 * Performs an action, in the one order there is: may the actor do this at all → parse → prepare what takes long → open a
 * transaction → load within scope → authorise → compare versions → decide → tell the log → save → commit. A refusal leaves nothing
 * behind; that it was tried is told to the log in a transaction of its own.
 */
export async function act(services: Services, action: Action, request: ActRequest): Promise<Acted> {
  const door = doorRefusal(action, request);
  const readable = scopeOf(request.actor, action.readable);
  if (door !== null || readable === null)
    return services.teller.refused(request.actor, action, request.id, door ?? refuse('forbidden'));
  const attempted = { services, action, request, readable };
  const prepared: unknown = await action.prepare?.(
    services.db,
    loadRequestOf(attempted, circumstancesOf(attempted)),
  );
  if (prepared === null || isRefusal(prepared))
    return refusedAfterAll(attempted, prepared ?? refuse('notFound'));
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await services.db
        .transaction()
        .execute((transaction) => perform({ ...attempted, prepared }, transaction));
      return { answer };
    } catch (error) {
      const refusal = error instanceof Abandon ? error.refusal : brokenConstraint(error, action);
      if (refusal !== null) return refusedAfterAll(attempted, refusal);
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
  const purpose = purposeOf(action.purpose, request.input, request.purpose);
  return isRefusal(purpose) ? purpose : null;
}

async function perform(attempt: Attempt, transaction: Transaction): Promise<Json> {
  const { services, action, request } = attempt;
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
  const circumstances = circumstancesOf(attempt);
  const loaded: unknown = await loadAllowed(attempt, transaction, circumstances);
  const decision = action.decide(loaded, request.input, circumstances);
  if (isRefusal(decision)) throw new Abandon(decision);
  const purpose = purposeOf(action.purpose, request.input, request.purpose);
  const event = typeof purpose === 'string' ? { ...decision.event, reason: purpose } : decision.event;
  const stamp = await appendEvent(transaction, actor, action.permission.register, event, services.clock());
  const saved: unknown = await action.save(transaction, loaded, decision.next, stamp);
  const answer = { ...(saved as Record<string, Json>), event: stamp.eventId };
  if (key !== null)
    await keepAnswer(transaction, actor, { action: action.name, key, hash, answer }, stamp.at);
  return answer;
}

function circumstancesOf({ services, request: { actor, confirmed } }: Attempt): Circumstances {
  const now = services.clock();
  return { actor, now, today: dayOf(now), newId, confirmed };
}

/**
 * The same request may have come twice at once: the second waited for the first, and then found what it was to change
 * changed already. It is given the first one's answer, as if it had come a moment later; any other is refused.
 */
async function refusedAfterAll({ services, action, request }: Attempt, refusal: Refusal): Promise<Acted> {
  const key = keyOf(action, request);
  const earlier = key === null ? null : await earlierAnswer(services.db, request.actor, key);
  if (earlier?.hash.equals(hashOf(action, request)) === true) return { answer: earlier.answer };
  return services.teller.refused(request.actor, action, request.id, refusal);
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

function loadRequestOf(
  { services, request, readable: scope }: Attempt,
  circumstances: Circumstances,
): LoadRequest<unknown> {
  return { id: request.id ?? '', input: request.input, scope, circumstances, insight: services.insight };
}

async function loadAllowed(
  attempt: Attempt,
  transaction: Transaction,
  circumstances: Circumstances,
): Promise<unknown> {
  const { action, request, prepared } = attempt;
  const scope = scopeOf(request.actor, action.permission);
  if (scope === null) throw new Abandon(refuse('forbidden'));
  const loaded: unknown = await action.load(transaction, loadRequestOf(attempt, circumstances), prepared);
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

function brokenConstraint(error: unknown, action: Action): Refusal | null {
  const found = databaseError(error);
  const code = found === null ? undefined : action.constraints?.[found.constraint];
  return code === undefined ? null : refuse(code);
}

/** A request to look, as the door hands it over; `query` is as in the address, all text. */
export interface AskRequest {
  readonly actor: Actor;
  readonly id: string | null;
  readonly query: Readonly<Record<string, unknown>>;
  readonly purpose?: string | undefined;
}

export type Asked = { readonly answer: unknown } | Refusal;

/** Performs a view: may the actor ask this at all → parse → answer within scope → tell the log → let it leave. */
export async function ask(services: Services, view: View, request: AskRequest): Promise<Asked> {
  const told = await answerWithin(services, view, request);
  return isRefusal(told) ? services.teller.refused(request.actor, view, request.id, told) : told;
}

async function answerWithin(services: Services, view: View, request: AskRequest): Promise<Asked> {
  const { actor, id } = request;
  const scope = scopeOf(actor, view.permission);
  if (scope === null) return refuse(actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden');
  if (view.on === 'record' && (id === null || !uuid.test(id))) return refuse('notFound');
  const { asOf: asked, orNow, ...query } = request.query;
  const input = fromQuery(view.input, query);
  const invalid = parse(view.input, input, new Set(['personnummer']));
  if (invalid !== null) return invalid;
  const purpose = purposeOf(view.purpose, input, request.purpose);
  if (isRefusal(purpose)) return purpose;
  const now = services.clock();
  const asOf = instantAsked(view, asked, orNow === 'true', now);
  if (isRefusal(asOf)) return asOf;
  const asking = {
    actor,
    scope,
    now,
    today: dayOf(now),
    id: id ?? '',
    insight: services.insight,
    size: pageSize,
    asOf,
  };
  const answer: unknown = await (asOf === null
    ? view.answer(services.db, input, asking)
    : answerPast(services, view, input, asking, asOf));
  if (answer === null) return refuse('notFound');
  if (isRefusal(answer)) return answer;
  await services.teller.seen(view, input as Json, asking, answer, purpose);
  return { answer };
}
