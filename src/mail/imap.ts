import { isLoopback } from './loopback.ts';
import { oauthNames, type OauthSettings, type OauthTexts, readOauth } from './oauth.ts';
import { Tokens } from './token.ts';

/** The mailbox that letters are read from. */
export interface ImapSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 993); otherwise STARTTLS. */
  readonly isImplicitTls: boolean;
  /** False only for a server on this machine, or when whoever runs the installation has said so. */
  readonly needsTls: boolean;
  readonly user: string;
  /** Undefined where the user signs in with a token. */
  readonly password: string | undefined;
  /** How she does; null: with a password. */
  readonly oauth: OauthSettings | null;
}

/** What is said of a variable that is wrong. */
export interface ImapTexts extends OauthTexts {
  readonly imapHost: string;
  readonly imapAlone: string;
  readonly imapUserAndPassword: string;
  readonly portRange: string;
  oneOf(values: string): string;
}

const companions = [
  'IMAP_PORT',
  'IMAP_USER',
  'IMAP_PASSWORD',
  'IMAP_TLS',
  ...Object.values(oauthNames('IMAP')),
];

/**
 * Reads IMAP_HOST with its companions; null when it is not there. They are no settings of a page: whoever may change where a
 * password is sent can have it. Complaints name the variable and never its value.
 */
export function readImap(
  value: (name: string) => string | undefined,
  refuse: (name: string, reason: string) => undefined,
  texts: ImapTexts,
): ImapSettings | null {
  const host = value('IMAP_HOST');
  if (host === undefined) {
    const alone = companions.find((name) => value(name) !== undefined);
    if (alone !== undefined) refuse(alone, texts.imapAlone);
    return null;
  }
  if (!/^[A-Za-z0-9.:-]+$/.test(host)) refuse('IMAP_HOST', texts.imapHost);
  const given = value('IMAP_PORT') ?? '993';
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  if (port < 1 || port > 65_535) refuse('IMAP_PORT', texts.portRange);
  const tls = value('IMAP_TLS') ?? 'required';
  if (tls !== 'required' && tls !== 'optional') refuse('IMAP_TLS', texts.oneOf('required, optional'));
  const [user, password] = [value('IMAP_USER'), value('IMAP_PASSWORD')];
  const oauth = readOauth({ prefix: 'IMAP', host, tls, password }, value, refuse, texts);
  if (user === undefined || (password === undefined && oauth === null))
    refuse('IMAP_USER', texts.imapUserAndPassword);
  return {
    host,
    port,
    isImplicitTls: port === 993,
    needsTls: tls === 'required' && !isLoopback(host),
    user: user ?? '',
    password,
    oauth,
  };
}

/** The mailbox as whoever opens it has it: with tokens to sign in by, and not the secret that they are fetched with. */
export type IncomingMail = Omit<ImapSettings, 'oauth'> & { readonly tokens: Tokens | null };

/** Makes the mailbox ready to be opened; its tokens are kept as long as it is. */
export function mailboxOf({ oauth, ...settings }: ImapSettings): IncomingMail {
  return { ...settings, tokens: oauth === null ? null : new Tokens(oauth) };
}

let incoming: IncomingMail | null = null;

/** Tells, once at start, which mailbox this process reads; null: none. */
export function readThrough(settings: ImapSettings | null): void {
  incoming = settings === null ? null : mailboxOf(settings);
}

/** The mailbox that letters are read from; null when none is set. For whoever opens it: a page is shown its address alone. */
export function incomingMail(): IncomingMail | null {
  return incoming;
}
