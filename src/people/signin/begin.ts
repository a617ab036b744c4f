import type { Circumstances } from '../../kernel/action.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { latestEnd, type SignInMethod, sessionIdOf } from './session.ts';
import type { NewSession } from './session.store.ts';

/** A session about to begin, with the secret that only the browser will know. */
export interface BegunSession {
  readonly row: NewSession;
  readonly secret: string;
  /** The session that this browser had before, which ends. */
  readonly replaces: string | null;
}

/** Prepares a session: a new secret of 256 bits for every sign-in, whatever the browser had before. */
export function beginSession(
  personId: PersonId,
  method: SignInMethod,
  device: string,
  circumstances: Circumstances,
): BegunSession {
  const secret = newSecret();
  const row: NewSession = {
    id: circumstances.newId<'Session'>(),
    secretHash: hashSecret(secret),
    personId,
    method,
    device,
    expiresAt: latestEnd(circumstances.now),
  };
  return { row, secret, replaces: sessionIdOf(circumstances.actor) };
}

/** What the answer carries for the cookie. */
export function carried(session: BegunSession): { secret: string; expiresAt: string } {
  return { secret: session.secret, expiresAt: session.row.expiresAt.toISOString() };
}
