import { isLoopback } from './loopback.ts';

/** Where an access token is fetched, and as whom (RFC 6749 §4.4). */
export interface OauthSettings {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the token is to be good for; undefined: what the sign-in service gives a client that asks for nothing (§3.3). */
  readonly scope: string | undefined;
}

/**
 * Why there is no token that can be used. `tokenNotAccepted` is said by the server that it was for, all others of the sign-in
 * service. Its own words are never kept: they may hold what was sent to it.
 */
export const tokenFaults = [
  'clientRefused',
  'tokenRefused',
  'tokenUnreachable',
  'tokenEncryption',
  'tokenUnreadable',
  'tokenNotAccepted',
] as const;
export type TokenFault = (typeof tokenFaults)[number];

/** What is said of a variable that is wrong. */
export interface OauthTexts {
  readonly oauthUrl: string;
  readonly oauthWhole: string;
  readonly oauthPassword: string;
  readonly oauthEncrypted: string;
}

/** The server that a token is for, as far as it says whether a token may be used there. */
interface Place {
  readonly prefix: 'IMAP' | 'SMTP';
  readonly host: string;
  readonly tls: string;
  readonly password: string | undefined;
}

/** The variables of one server. */
export function oauthNames(prefix: Place['prefix']) {
  return {
    tokenUrl: `${prefix}_OAUTH_TOKEN_URL`,
    clientId: `${prefix}_OAUTH_CLIENT_ID`,
    clientSecret: `${prefix}_OAUTH_CLIENT_SECRET`,
    scope: `${prefix}_OAUTH_SCOPE`,
  } as const;
}

/**
 * Reads how a token for the server is fetched; null when nothing is said of it. Complaints name the variable and never its value.
 * A token is never sent where others can read it: whoever has one can read the mailbox until it ends.
 */
export function readOauth(
  { prefix, host, tls, password }: Place,
  value: (name: string) => string | undefined,
  refuse: (name: string, reason: string) => undefined,
  texts: OauthTexts,
): OauthSettings | null {
  const names = oauthNames(prefix);
  if (Object.values(names).every((name) => value(name) === undefined)) return null;
  const part = (name: string) => value(name) ?? refuse(name, texts.oauthWhole) ?? '';
  const settings = {
    tokenUrl: part(names.tokenUrl),
    clientId: part(names.clientId),
    clientSecret: part(names.clientSecret),
    scope: value(names.scope),
  };
  if (settings.tokenUrl !== '' && !isTokenUrl(settings.tokenUrl)) refuse(names.tokenUrl, texts.oauthUrl);
  if (password !== undefined) refuse(names.clientSecret, texts.oauthPassword);
  if (tls === 'optional' && !isLoopback(host)) refuse(`${prefix}_TLS`, texts.oauthEncrypted);
  return settings;
}

/** An https address, or an http one of this very machine. The secret goes there, and nowhere else. */
function isTokenUrl(given: string): boolean {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return false;
  const isOwn = isLoopback(url.hostname.replace(/^\[|\]$/g, ''));
  return url.protocol === 'https:' || (url.protocol === 'http:' && isOwn);
}
