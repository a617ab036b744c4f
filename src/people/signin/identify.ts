import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/access.ts';
import { dayOf } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Services } from '../../kernel/run.ts';
import { type Language, parseLanguage } from '../../kernel/texts.ts';
import { loadActor } from '../actor.store.ts';
import { findSession, findToken, touchSession, touchToken } from './credential.store.ts';
import { theInstallation } from './installation.ts';
import { networkOf } from './network.ts';
import { hashSecret, hashShort } from './secrets.ts';
import { sessionHolds } from './session.ts';
import { sessionCookie } from './session-cookie.ts';

/** The time of the latest request is written down at most this often. */
const touchEveryMilliseconds = 60_000;

/**
 * Finds out who asks: by `Authorization: Bearer`, else by the session's cookie, else nobody. A token that does not
 * hold is a refusal, since a program must learn of it; a session that does not is nobody, who may sign in. Sign-in
 * with the municipality's own identity provider will be another of these.
 */
export async function identify(services: Services, request: FastifyRequest): Promise<Actor | Refusal> {
  const now = services.clock();
  const wanted = parseLanguage(request.headers['accept-language']?.slice(0, 2));
  const { authorization } = request.headers;
  if (authorization !== undefined) return byToken(services, request, authorization, wanted);
  const secret = request.cookies[sessionCookie];
  const actor = secret === undefined ? null : await bySession(services.db, secret, now, wanted);
  return actor ?? nobody(request.ip, wanted);
}

async function byToken(
  services: Services,
  request: FastifyRequest,
  authorization: string,
  wanted: Language | undefined,
): Promise<Actor | Refusal> {
  const { db } = services;
  const now = services.clock();
  const secret = /^Bearer +(\S{1,200})$/i.exec(authorization)?.[1];
  const token = secret === undefined ? null : await findToken(db, hashSecret(secret), now);
  const actor = token === null ? null : await personActor(db, token.personId, now);
  const door = { name: request.routeOptions.url ?? '', permission: { register: 'token' } };
  if (token === null || actor === null) {
    return services.teller.refused(nobody(request.ip, 'sv'), door, null, refuse('unauthenticated'));
  }
  if (token.lastUsedOn !== dayOf(now)) await touchToken(db, token.id, dayOf(now));
  const language = wanted ?? token.language ?? actor.language;
  const identified = { ...actor, language, credentialId: `token:${token.id}` };
  if (request.method === 'GET' || token.scopes.includes('write')) return identified;
  // A token that may only read and tried to change something is told to the log, as all that is forbidden.
  return services.teller.refused(identified, door, token.id, refuse('forbidden'));
}

async function bySession(
  db: Reader,
  secret: string,
  now: Date,
  wanted: Language | undefined,
): Promise<Actor | null> {
  const session = await findSession(db, hashSecret(secret));
  // Looked at twice: without the offices first, so that a session long over costs one question.
  if (session === null || !sessionHolds(session, now, false)) return null;
  const actor = await personActor(db, session.personId, now);
  const isAdministrator = actor?.held.some((held) => held.office === 'administrator') === true;
  if (actor === null || !sessionHolds(session, now, isAdministrator)) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > touchEveryMilliseconds)
    await touchSession(db, session.id, now);
  return {
    ...actor,
    language: wanted ?? session.language ?? actor.language,
    credentialId: `session:${session.id}`,
  };
}

async function personActor(db: Reader, personId: PersonId, now: Date): Promise<Actor | null> {
  const loaded = await loadActor(db, personId, dayOf(now));
  return loaded === null ? null : { ...loaded, language: 'sv', credentialId: null };
}

/**
 * Whoever asks, without who she is: where a code alone opens what is asked for, the log is told of nobody, also when her browser has
 * sent her session along. What she sends is counted by a hash of that, which is worth nothing elsewhere.
 */
export function unnamed(actor: Actor): Actor {
  const { language, personId, credentialId } = actor;
  if (personId === null) return actor;
  const hash = hashShort('unnamed', credentialId ?? personId, theInstallation().secretKey);
  return { ...nobody('', language), credentialId: `unnamed:${hash.toString('base64url')}` };
}

/** Is she counted by where she comes from, since nobody knows who she is? */
export function isNameless({ credentialId }: Actor): boolean {
  return credentialId?.startsWith('address:') === true;
}

/** Somebody who has not signed in. The network she comes from stands as the credential: it is what her attempts are counted by. */
function nobody(address: string, wanted: Language | undefined): Actor {
  return {
    kind: 'anonymous',
    personId: null,
    name: '',
    language: wanted ?? 'sv',
    unitId: null,
    held: [],
    areas: [],
    credentialId: `address:${networkOf(address)}`,
  };
}
