import type { ImapFlow } from 'imapflow';
import type { IncomingMail } from '../../../mail/imap.ts';
import type { LookOutcome } from './mail-intake.ts';

/** A letter that lies in a folder, before it is read. */
export interface LyingLetter {
  readonly uid: number;
  readonly bytes: number;
  /** When the mailbox received it, by its own clock. */
  readonly receivedAt: Date;
}

/** A folder that has been opened. */
export interface OpenFolder {
  readonly uidValidity: number;
  /** Letters in it that are not deleted, the oldest first, received since the day before the instant. */
  letters(since: Date): Promise<readonly LyingLetter[]>;
  /** The letter as it lies, or no more than so many bytes of its beginning; null when it has been taken away meanwhile. */
  read(uid: number, most: number): Promise<Uint8Array | null>;
  /** Marks a letter as seen when it has been taken, as flagged when somebody is to look at it, and moves what was taken. */
  mark(uid: number, how: 'taken' | 'aside', doneFolder: string): Promise<void>;
}

/** How long the mailbox may think (ms), before it is taken for unreachable. */
const patience = 20_000;
/** The largest piece that the mailbox may send at once: more than a letter that is read, and far less than the memory. */
const largestPiece = 40_000_000;

/** What the user shows the server that she is who she says. */
type Proof = { readonly pass: string } | { readonly accessToken: string };

/**
 * Opens a folder, works in it, and closes it. A mailbox that cannot be had is an outcome and no error; a fault of the work itself
 * is thrown. The folder's own words are kept nowhere.
 */
export async function inFolder(
  mailbox: IncomingMail,
  folder: string,
  work: (open: OpenFolder) => Promise<void>,
): Promise<LookOutcome> {
  const { tokens, password } = mailbox;
  const visitWith = (proof: Proof) => visit(mailbox, proof, folder, work);
  if (tokens === null) return visitWith({ pass: password ?? '' });
  return tokens.use<LookOutcome>({
    work: (accessToken) => visitWith({ accessToken }),
    isRefused: (outcome) => outcome === 'tokenNotAccepted',
    without: (fault) => fault,
  });
}

async function visit(
  mailbox: IncomingMail,
  proof: Proof,
  folder: string,
  work: (open: OpenFolder) => Promise<void>,
): Promise<LookOutcome> {
  const client = await clientFor(mailbox, proof);
  // Without a listener Node ends the whole process when the connection breaks.
  client.on('error', () => undefined);
  const fault: { own?: Error } = {};
  let isOpen = false;
  try {
    await client.connect();
    const { uidValidity } = await client.mailboxOpen(folder);
    isOpen = true;
    await work(openFolder(client, Number(uidValidity))).catch((error: unknown) => {
      if (isOfMailbox(error)) throw error;
      fault.own = error instanceof Error ? error : new Error(String(error));
    });
    await client.logout();
  } catch (error) {
    client.close();
    const outcome = outcomeOf(error);
    return 'pass' in proof || isOpen ? outcome : withToken(outcome, client, error);
  }
  if (fault.own !== undefined) throw fault.own;
  return 'read';
}

/**
 * What an outcome means where a token was shown. Exchange Online takes the token of a client that has no right to the mailbox, and
 * then answers each command with BAD or hangs up; a server that knows no tokens is never shown one.
 */
function withToken(outcome: LookOutcome, client: ImapFlow, error: unknown): LookOutcome {
  const isShutOut =
    client.authenticated !== false &&
    (faultOf(error).responseStatus === 'BAD' ||
      /^(?:NoConnection|EConnectionClosed)$/.test(faultOf(error).code ?? ''));
  if (isShutOut) return 'tokenNotAccepted';
  if (outcome === 'signIn') return 'tokenNotAccepted';
  const knowsTokens = client.capabilities.has('AUTH=XOAUTH2') || client.capabilities.has('AUTH=OAUTHBEARER');
  return client.capabilities.size > 0 && !knowsTokens ? 'signIn' : outcome;
}

/** The library is loaded where there is a mailbox to read, and not by every start. */
async function clientFor(
  { host, port, isImplicitTls, needsTls, user }: IncomingMail,
  proof: Proof,
): Promise<ImapFlow> {
  const { ImapFlow: Client } = await import('imapflow');
  return new Client({
    host,
    port,
    secure: isImplicitTls,
    ...(needsTls && !isImplicitTls ? { doSTARTTLS: true } : {}),
    auth: { user, ...proof },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: 2 * patience,
    maxLiteralSize: largestPiece,
    maxResponseSize: 2 * largestPiece,
  });
}

function openFolder(client: ImapFlow, uidValidity: number): OpenFolder {
  const byUid = { uid: true } as const;
  return {
    uidValidity,
    letters: async (since) => {
      // The search knows days in the server's own zone; what is asked for begins a day before.
      const day = new Date(since.getTime() - 24 * 3_600_000);
      const found = await client.search({ deleted: false, since: day }, byUid);
      // False is how the library says that the search failed.
      if (found === false || found === undefined) throw new MailboxFault('unreachable');
      if (found.length === 0) return [];
      const told = await client.fetchAll(found, { uid: true, size: true, internalDate: true }, byUid);
      return told
        .map(({ uid, size, internalDate }) => ({
          uid,
          bytes: size ?? 0,
          receivedAt: internalDate === undefined ? new Date(0) : new Date(internalDate),
        }))
        .sort((one, other) => one.uid - other.uid);
    },
    read: async (uid, most) => {
      const told = await client.fetchOne(String(uid), { source: { maxLength: most } }, byUid);
      if (!client.usable) throw new MailboxFault('unreachable');
      return told === false || told.source === undefined ? null : new Uint8Array(told.source);
    },
    mark: async (uid, how, doneFolder) => {
      const isFlagged = await client.messageFlagsAdd(
        [uid],
        [how === 'taken' ? '\\Seen' : '\\Flagged'],
        byUid,
      );
      const moves = how === 'taken' && doneFolder !== '';
      const isMoved = !moves || (await client.messageMove([uid], doneFolder, byUid)) !== false;
      if (!isFlagged || !isMoved) throw new MailboxFault(client.usable ? 'notMarked' : 'unreachable');
    },
  };
}

/** The mailbox did not do what it was asked. */
class MailboxFault extends Error {
  readonly outcome: LookOutcome;
  constructor(outcome: LookOutcome) {
    super(`the mailbox: ${outcome}`);
    this.outcome = outcome;
  }
}

/** What the library says of a fault, in its own fields; its words are not looked at. */
interface ImapFault {
  readonly authenticationFailed?: boolean;
  readonly tlsFailed?: boolean;
  readonly mailboxMissing?: boolean;
  readonly responseStatus?: string;
  readonly code?: string;
}

function faultOf(error: unknown): ImapFault {
  return typeof error === 'object' && error !== null ? error : {};
}

/** Is it the mailbox that failed, and not what was done with what it held? */
export function isOfMailbox(error: unknown): boolean {
  if (error instanceof MailboxFault) return true;
  const { responseStatus, code = '' } = faultOf(error);
  return (
    responseStatus !== undefined ||
    /^(?:NoConnection|EConnectionClosed|StateLogout|ETIMEOUT|ECONN|EPIPE|.*TooLarge)/.test(code)
  );
}

/** Faults of certificates as Node names them. */
const certificates = /^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

function outcomeOf(error: unknown): LookOutcome {
  if (error instanceof MailboxFault) return error.outcome;
  const fault = faultOf(error);
  if (fault.authenticationFailed === true) return 'signIn';
  if (fault.mailboxMissing === true || fault.responseStatus === 'NO') return 'noFolder';
  if (fault.tlsFailed === true || certificates.test(fault.code ?? '')) return 'encryption';
  return 'unreachable';
}
