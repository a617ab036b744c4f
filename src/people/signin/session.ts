import type { Actor } from '../../kernel/access.ts';

/** How a session was begun. */
export type SignInMethod = 'password' | 'passkey' | 'invitation' | 'setup' | 'demo';

/** Hours without a request after which a session is over: a working day with its lunch and meetings. */
export const idleHours = 12;
/**
 * The same for whoever holds the office of administrator, who can give access to others. Two hours: shorter would
 * make people lose long forms and learn to sign in without thinking.
 */
export const administratorIdleHours = 2;
/** Days after which a session is over however much it is used. */
export const longestDays = 7;

const hour = 3_600_000;

export interface SessionTimes {
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

/** When a session begun now is over at the latest. */
export function latestEnd(now: Date): Date {
  return new Date(now.getTime() + longestDays * 24 * hour);
}

/** Does the session still hold? A shorter time without requests applies to an administrator. */
export function sessionHolds(times: SessionTimes, now: Date, isAdministrator: boolean): boolean {
  if (times.endedAt !== null || now >= times.expiresAt) return false;
  const idle = (isAdministrator ? administratorIdleHours : idleHours) * hour;
  return now.getTime() - times.lastSeenAt.getTime() < idle;
}

/** Whether somebody signed in herself in a browser, rather than a program with a token. */
export function hasSession(actor: Actor): boolean {
  return actor.credentialId?.startsWith('session:') === true;
}

/** The session's id, when that is how the actor came. */
export function sessionIdOf(actor: Actor): string | null {
  return hasSession(actor) ? (actor.credentialId?.slice('session:'.length) ?? null) : null;
}

/** The network address of somebody who has not signed in; what attempts to sign in are counted by. */
export function addressOf(actor: Actor): string {
  return actor.credentialId?.replace(/^address:/, '') ?? '';
}
