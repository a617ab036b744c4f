import path from 'node:path';
import { type ConsoleTexts, consoleTexts } from './console.texts.ts';
import { type Language, parseLanguage, pickTexts } from './kernel/texts.ts';
import { type ImapSettings, readImap } from './mail/imap.ts';
import { readSmtp, type SmtpSettings } from './mail/smtp.ts';

/** What an empty installation can be filled with at its first start. */
export const profileNames = ['overkalix', 'exempelkommun', 'tom'] as const;
export type ProfileName = (typeof profileNames)[number];

/** All that can be set from outside, read once at start. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly dataDirectory: string;
  readonly databaseUrl: string | undefined;
  readonly appDatabaseUrl: string | undefined;
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string;
  /** The profile to apply at the first start; undefined: the first visit asks. */
  readonly setup: ProfileName | undefined;
  /** Base64 of the 32 bytes that protect one-time code secrets; undefined: a file in the data folder. */
  readonly secretKey: string | undefined;
  readonly binaries: 'system' | 'bundled' | undefined;
  readonly serverUser: string | undefined;
  /** How mail leaves the house; null: it waits, and shows what it would have been. */
  readonly smtp: SmtpSettings | null;
  /** The mailbox that reports come to; null: they come in other ways alone. */
  readonly imap: ImapSettings | null;
  /** May a witness's https address lead to an internal network? */
  readonly allowsPrivateWitnesses: boolean;
  /** The command that looks for malware in files that people hand in; null: nothing does but for the test file. */
  readonly scanCommand: string | null;
  /** Language of the lines on the console. */
  readonly language: Language;
}

/** The configuration, or one sentence for each variable that is wrong. */
export type ConfigurationReading =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

const known = new Set([
  'VARNA_DATA',
  'VARNA_PUBLIC_URL',
  'VARNA_SETUP',
  'VARNA_SECRET_KEY',
  'VARNA_BINARIES',
  'VARNA_SERVER_USER',
  'VARNA_LANGUAGE',
  'VARNA_WITNESS_NETWORK',
  'VARNA_SCAN_COMMAND',
  // Read by the tests only.
  'VARNA_TEST_BINARIES',
  'VARNA_TEST_DATABASE_URL',
]);

/**
 * Reads the environment. A variable that is empty counts as not set. A variable that begins with VARNA_ and is not
 * ours is refused, so that a misspelt name is found at start and not after an incident.
 */
export function readConfiguration(environment: Environment, currentDirectory: string): ConfigurationReading {
  const language = parseLanguage(environment['VARNA_LANGUAGE']) ?? 'sv';
  const texts = pickTexts(consoleTexts, language);
  const problems: string[] = [];
  const value = (name: string) => (environment[name] === '' ? undefined : environment[name]);
  const refuse = (name: string, reason: string) => {
    problems.push(texts.badVariable(name, reason));
    return undefined;
  };
  for (const name of Object.keys(environment)) {
    if (name.startsWith('VARNA_') && !known.has(name)) problems.push(texts.unknownVariable(name));
  }
  const oneOf = <const Values extends readonly string[]>(
    name: string,
    values: Values,
  ): Values[number] | undefined => {
    const given = value(name);
    if (given === undefined || values.includes(given)) return given;
    return refuse(name, texts.oneOf(values.join(', ')));
  };
  const port = readPort(value('PORT'), (reason) => refuse('PORT', reason), texts);
  const host = value('HOST') ?? '127.0.0.1';
  const publicUrl = readPublicUrl(
    value('VARNA_PUBLIC_URL'),
    (reason) => refuse('VARNA_PUBLIC_URL', reason),
    texts,
  );
  for (const name of ['DATABASE_URL', 'DATABASE_APP_URL']) {
    if (value(name) !== undefined && !/^postgres(ql)?:\/\//.test(value(name) ?? ''))
      refuse(name, texts.databaseUrl);
  }
  if (value('DATABASE_APP_URL') !== undefined && value('DATABASE_URL') === undefined) {
    refuse('DATABASE_APP_URL', texts.appWithoutOwner);
  }
  const secretKey = value('VARNA_SECRET_KEY');
  if (secretKey !== undefined && Buffer.from(secretKey, 'base64').length !== 32)
    refuse('VARNA_SECRET_KEY', texts.secretKey);
  oneOf('VARNA_LANGUAGE', ['sv', 'en']);
  const smtp = readSmtp(value, refuse, texts);
  const imap = readImap(value, refuse, texts);
  const configuration: Configuration = {
    host,
    port,
    dataDirectory: path.resolve(currentDirectory, value('VARNA_DATA') ?? 'data'),
    databaseUrl: value('DATABASE_URL'),
    appDatabaseUrl: value('DATABASE_APP_URL'),
    publicUrl: publicUrl ?? `http://${addressOf(host)}:${port}`,
    setup: oneOf('VARNA_SETUP', profileNames),
    secretKey,
    binaries: oneOf('VARNA_BINARIES', ['system', 'bundled']),
    serverUser: value('VARNA_SERVER_USER'),
    smtp,
    imap,
    scanCommand: value('VARNA_SCAN_COMMAND') ?? null,
    allowsPrivateWitnesses: oneOf('VARNA_WITNESS_NETWORK', ['public', 'any']) === 'any',
    language,
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, configuration };
}

/** The address to write in a browser for a host that is listened to. Passkeys need a name, not a number. */
function addressOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

type Complain = (reason: string) => undefined;

function readPort(given: string | undefined, complain: Complain, texts: ConsoleTexts): number {
  if (given === undefined) return 4780;
  const port = /^\d{1,5}$/.test(given) ? Number(given) : -1;
  if (port < 0 || port > 65_535) complain(texts.portRange);
  return port;
}

function readPublicUrl(
  given: string | undefined,
  complain: Complain,
  texts: ConsoleTexts,
): string | undefined {
  if (given === undefined) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isPlain =
    url !== undefined && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (!isPlain || (url.protocol !== 'https:' && url.protocol !== 'http:')) return complain(texts.publicUrl);
  return url.origin;
}
