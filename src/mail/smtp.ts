import { isLoopback } from './loopback.ts';
import { oauthNames, type OauthSettings, type OauthTexts, readOauth } from './oauth.ts';

/** How mail leaves the house. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465); otherwise STARTTLS. */
  readonly isImplicitTls: boolean;
  /** False only for a server on this machine, or when whoever runs the installation has said so. */
  readonly needsTls: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** How the user signs in with a token instead of a password; null: she does not. */
  readonly oauth: OauthSettings | null;
  readonly from: string;
}

/** What is said of a variable that is wrong. */
export interface SmtpTexts extends OauthTexts {
  readonly smtpUrl: string;
  readonly smtpHost: string;
  readonly smtpFrom: string;
  readonly smtpFromMissing: string;
  readonly smtpBoth: string;
  readonly smtpAlone: string;
  readonly smtpUserAndPassword: string;
  readonly portRange: string;
  oneOf(values: string): string;
}

const names = [
  'SMTP_HOST',
  'SMTP_PORT',
  'SMTP_USER',
  'SMTP_PASSWORD',
  'SMTP_FROM',
  'SMTP_TLS',
  ...Object.values(oauthNames('SMTP')),
];

/**
 * Reads SMTP_URL, or SMTP_HOST with its companions; null when neither is there. Complaints name the variable and never its
 * value: it may hold a password.
 */
export function readSmtp(
  value: (name: string) => string | undefined,
  refuse: (name: string, reason: string) => undefined,
  texts: SmtpTexts,
): SmtpSettings | null {
  const [url, host] = [value('SMTP_URL'), value('SMTP_HOST')];
  if (url === undefined && host === undefined) {
    const alone = names.find((name) => value(name) !== undefined);
    if (alone !== undefined) refuse(alone, texts.smtpAlone);
    return null;
  }
  if (url !== undefined && host !== undefined) refuse('SMTP_HOST', texts.smtpBoth);
  const server = url === undefined ? fromParts(value, refuse, texts) : fromUrl(url, refuse, texts);
  const from = value('SMTP_FROM');
  if (from === undefined || !isAddress(from))
    refuse('SMTP_FROM', from === undefined ? texts.smtpFromMissing : texts.smtpFrom);
  const tls = value('SMTP_TLS') ?? 'required';
  if (tls !== 'required' && tls !== 'optional') refuse('SMTP_TLS', texts.oneOf('required, optional'));
  const { host: name, user, password } = server;
  const oauth = readOauth({ prefix: 'SMTP', host: name, tls, password }, value, refuse, texts);
  const signsIn = password !== undefined || oauth !== null;
  if ((user !== undefined) !== signsIn)
    refuse(url === undefined ? 'SMTP_USER' : 'SMTP_URL', texts.smtpUserAndPassword);
  return { ...server, needsTls: tls === 'required' && !isLoopback(name), oauth, from: from ?? '' };
}

type Server = Omit<SmtpSettings, 'needsTls' | 'oauth' | 'from'>;
type Refuse = (name: string, reason: string) => undefined;

function fromUrl(given: string, refuse: Refuse, texts: SmtpTexts): Server {
  const url = URL.canParse(given) ? new URL(given) : null;
  const isSmtp = url !== null && (url.protocol === 'smtp:' || url.protocol === 'smtps:');
  if (!isSmtp || url.hostname === '' || !/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '') {
    refuse('SMTP_URL', texts.smtpUrl);
    return { host: '', port: 0, isImplicitTls: false, user: undefined, password: undefined };
  }
  const isImplicitTls = url.protocol === 'smtps:';
  const part = (text: string) => {
    try {
      return text === '' ? undefined : decodeURIComponent(text);
    } catch {
      return refuse('SMTP_URL', texts.smtpUrl);
    }
  };
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isImplicitTls ? 465 : 587) : Number(url.port),
    isImplicitTls,
    user: part(url.username),
    password: part(url.password),
  };
}

function fromParts(value: (name: string) => string | undefined, refuse: Refuse, texts: SmtpTexts): Server {
  const host = value('SMTP_HOST') ?? '';
  if (!/^[A-Za-z0-9.:-]+$/.test(host)) refuse('SMTP_HOST', texts.smtpHost);
  const given = value('SMTP_PORT') ?? '587';
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  if (port < 1 || port > 65_535) refuse('SMTP_PORT', texts.portRange);
  return {
    host,
    port,
    isImplicitTls: port === 465,
    user: value('SMTP_USER'),
    password: value('SMTP_PASSWORD'),
  };
}

const dull = String.raw`[^\s@<>(),;:"\\[\]\p{Cc}]`;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?`;
const addressForm = new RegExp(`^${dull}{1,64}@${label}(?:\\.${label})+$`, 'u');

/** Short addresses in plain letters, for a database to know most of them by: all that it matches are addresses ({@link isAddress}). */
export const plainAddress = '^[a-z0-9._+-]{1,64}@[a-z0-9]{1,60}(-[a-z0-9]{1,20})?(\\.[a-z0-9]{1,40}){1,2}$';

/**
 * May mail be sent to this? One address, without a name, and without anything that a header could be broken by
 * (RFC 5321 §4.1.2 in its plain form).
 */
export function isAddress(text: string): boolean {
  return text.length <= 254 && addressForm.test(text);
}

/**
 * Those that mail can be sent to. What stands as an address in a register may be none: whoever has such a one gets no mail, and keeps
 * nobody else from hers.
 */
export function reachable<One extends { readonly address: string | null }>(
  all: readonly One[],
): (One & { readonly address: string })[] {
  return all.flatMap((one) => {
    const { address } = one;
    return address !== null && isAddress(address) ? [{ ...one, address }] : [];
  });
}

/** What the settings page says of the server: never who signs in, nor with what. */
export interface OutgoingMail {
  readonly host: string;
  readonly from: string;
}

let outgoing: OutgoingMail | null = null;

/** Tells, once at start, which server this process sends through; null: none. */
export function sendThrough(settings: SmtpSettings | null): void {
  outgoing = settings === null ? null : { host: `${settings.host}:${settings.port}`, from: settings.from };
}

/** The server that mail goes through; null when nothing can be sent. */
export function outgoingMail(): OutgoingMail | null {
  return outgoing;
}
