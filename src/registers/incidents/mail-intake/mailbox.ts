import type { ImapFlow } from 'imapflow';
import type { ImapSettings } from '../../../mail/imap.ts';
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

/**
 * Opens a folder, works in it, and closes it. A mailbox that cannot be had is an outcome and no error; a fault of the work itself
 * is thrown. The folder's own words are kept nowhere.
 */
export async function inFolder(
  settings: ImapSettings,
  folder: string,
  work: (open: OpenFolder) => Promise<void>,
): Promise<LookOutcome> {
  const client = await clientFor(settings);
  // Without a listener Node ends the whole process when the connection breaks.
  client.on('error', () => undefined);
  const fault: { own?: Error } = {};
  try {
    await client.connect();
    const { uidValidity } = await client.mailboxOpen(folder);
    await work(openFolder(client, Number(uidValidity))).catch((error: unknown) => {
      if (isOfMailbox(error)) throw error;
      fault.own = error instanceof Error ? error : new Error(String(error));
    });
    await client.logout();
  } catch (error) {
    client.close();
    return outcomeOf(error);
  }
  if (fault.own !== undefined) throw fault.own;
  return 'read';
}

/** The library is loaded where there is a mailbox to read, and not by every start. */
async function clientFor({
  host,
  port,
  isImplicitTls,
  needsTls,
  user,
  password,
}: ImapSettings): Promise<ImapFlow> {
  const { ImapFlow: Client } = await import('imapflow');
  return new Client({
    host,
    port,
    secure: isImplicitTls,
    ...(needsTls && !isImplicitTls ? { doSTARTTLS: true } : {}),
    auth: { user, pass: password },
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
