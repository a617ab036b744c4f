import type { FastifyInstance, FastifyReply, FastifyRequest, preParsingAsyncHookHandler } from 'fastify';
import { type Actor, scopeOf } from './access.ts';
import type { Action } from './action.ts';
import { hasWaited } from './locks.ts';
import { problemOf } from './problem.ts';
import { isRefusal, type Refusal, refuse, statusOf } from './refusal.ts';
import type { AnyRegister } from './register.ts';
import { act, ask, type Services } from './run.ts';
import type { View } from './view.ts';

/** What the door needs besides the database: who is asking, and what to do with a session an action began or ended. */
export interface Door {
  readonly services: Services;
  readonly registers: readonly AnyRegister[];
  identify(request: FastifyRequest): Promise<Actor>;
  /** Reads the parts of an answer that belong in a cookie and removes them from the body. */
  carrySession(answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown;
}

export const apiRoot = '/api/v1';

/** `information.classify` → `/information/:id/classify`; `information.list` → `/information`. */
export function pathOf(declaration: { name: string; on: 'record' | 'register'; path?: string }): string {
  if (declaration.path !== undefined) return declaration.path;
  const [register = '', verb = ''] = declaration.name.split('.');
  const base = declaration.on === 'record' ? `/${register}/:id` : `/${register}`;
  return verb === 'list' || verb === 'record' ? base : `${base}/${verb}`;
}

/** Opens a route for every action and view of every register. There is no other way in to the database. */
export function openDoors(app: FastifyInstance, door: Door): void {
  for (const one of door.registers) {
    for (const action of one.actions) openAction(app, door, one, action);
    for (const view of one.views) openView(app, door, one, view);
  }
}

function openAction(app: FastifyInstance, door: Door, register: AnyRegister, action: Action): void {
  const options = {
    bodyLimit: action.largestInput ?? formBytes,
    preParsing: rightBeforeReading(door, register, action),
  };
  app.post<{ Params: { id?: string } }>(apiRoot + pathOf(action), options, async (request, reply) => {
    const actor = await door.identify(request);
    const key = one(request.headers['idempotency-key']) ?? null;
    if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key))
      return sendProblem(reply, refuse('invalid'), actor, register);
    const result = await act(door.services, action, {
      actor,
      id: request.params.id?.toLowerCase() ?? null,
      input: request.body ?? {},
      version: versionOf(request.headers['if-match']),
      idempotencyKey: key,
      confirmed: new Set(one(request.headers['varna-confirm'])?.split(',') ?? []),
      purpose: purposeFrom(request),
    });
    if (isRefusal(result)) return sendProblem(reply, result, actor, register);
    tagVersion(reply, result.answer);
    return reply.send(door.carrySession(result.answer, request, reply));
  });
}

/** A form, however long its texts: bytes. */
const formBytes = 256 * 1024;

/** Who may not act at all is turned away before a large input is read. */
function rightBeforeReading(door: Door, register: AnyRegister, action: Action): preParsingAsyncHookHandler {
  return async (request, reply, payload) => {
    if (action.largestInput === undefined) return payload;
    const actor = await door.identify(request);
    if (scopeOf(actor, action.permission) === null) {
      const refusal = refuse(actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden');
      sendProblem(reply, await door.services.teller.refused(actor, action, null, refusal), actor, register);
    }
    return payload;
  };
}

function openView(app: FastifyInstance, door: Door, register: AnyRegister, view: View): void {
  app.get<{ Params: Record<string, string>; Querystring: Record<string, unknown> }>(
    apiRoot + pathOf(view),
    async (request, reply) => {
      const actor = await door.identify(request);
      const { id, ...named } = request.params;
      const query = { ...request.query, ...named };
      const asked = { actor, id: id?.toLowerCase() ?? null, query, purpose: purposeFrom(request) };
      const result = await ask(door.services, view, asked);
      if (isRefusal(result)) return sendProblem(reply, result, actor, register);
      tagVersion(reply, result.answer);
      return reply.header('cache-control', 'no-store').send(result.answer);
    },
  );
}

/** An answer about a record carries its version. */
function tagVersion(reply: FastifyReply, answer: unknown): void {
  const { version } = answer as { version?: unknown };
  if (typeof version === 'number') reply.header('etag', `"${version}"`);
}

/** Answers with problem+json (RFC 9457) in the asker's language. */
export function sendProblem(
  reply: FastifyReply,
  refusal: Refusal,
  actor: Actor,
  register: AnyRegister | null,
): FastifyReply {
  return reply
    .code(statusOf(refusal))
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemOf(refusal, actor.language, register)));
}

/** What Fastify itself refuses (broken JSON, too large a body), and what nobody foresaw: no inner detail leaves. */
export function refusalOf(error: { statusCode?: number }): Refusal {
  if (hasWaited(error)) return refuse('busy');
  if (error.statusCode === 413) return refuse('tooLarge');
  if (error.statusCode === 429) return refuse('tooMany');
  if (error.statusCode !== undefined && error.statusCode < 500) return refuse('invalid');
  return refuse('internal');
}

/** What for: UTF-8, which Node reads as if it were Latin-1. Never in the address, which others keep logs of. */
function purposeFrom({ headers }: FastifyRequest): string {
  return Buffer.from(one(headers['varna-purpose']) ?? '', 'latin1').toString();
}

function versionOf(header: string | undefined): number | null {
  const match = /^"?(\d{1,9})"?$/.exec(header ?? '');
  return match === null ? null : Number(match[1]);
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
