import { createHash } from 'node:crypto';
import { type Actor, systemActor } from '../../../kernel/access.ts';
import type { Action } from '../../../kernel/action.ts';
import { keepLooking } from '../../../kernel/housekeeping.ts';
import { underLock } from '../../../kernel/locks.ts';
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts';
import { act, type Services } from '../../../kernel/run.ts';
import { incomingMail, type IncomingMail } from '../../../mail/imap.ts';
import { noteReturn } from '../../../mail/mail.actions.ts';
import { sentAmong } from '../../../mail/mail.store.ts';
import { isAddress, outgoingMail } from '../../../mail/smtp.ts';
import { theInstallation } from '../../../people/signin/installation.ts';
import { hashShort } from '../../../people/signin/secrets.ts';
import { codeFor, codesIn, hashCode, hashKey } from '../code.ts';
import { largestFromAnyone, mostFromReporter } from '../file.ts';
import { addFileByCode } from '../file.actions.ts';
import { add, report } from '../report.actions.ts';
import { readApart } from './letter-reader.ts';
import {
  addedBy,
  type AsideReason,
  largestLetter,
  type Letter,
  mayAnswer,
  noReportBecause,
  toldIn,
  wholeIn,
} from './letter.ts';
import { inFolder, isOfMailbox, type LyingLetter, type OpenFolder } from './mailbox.ts';
import { settle } from './mail-intake.actions.ts';
import { isFlood, type LookOutcome, type MailIntake, type SettleInput } from './mail-intake.ts';
import type { ReturnNotice } from './return-notice.ts';
import {
  caseBehind,
  caseByKey,
  isTaken,
  keepLook,
  lately,
  readIntake,
  setMarked,
  settledPlaces,
} from './mail-intake.store.ts';

/** How often the mailbox is looked in (ms). */
const lookEvery = 60_000;
/** Letters that are taken in one look; the next one goes on. */
const mostAtOnce = 100;
const megabyte = 1_000_000;
/** Of a letter that is too large its beginning is read, where it says who sent it. */
const headersOnly = 64 * 1024;
/** A letter that holds more than these has no code of its own to show. */
const mostCodes = 5;

/** Reads what comes to the mailbox, from one process at a time. Returns a function that ends it, after the look at hand. */
export function keepMailIntake(services: Services, onFault: (error: unknown) => void): () => Promise<void> {
  return keepLooking(
    async () => {
      await underLock(services.db, 'mailIntake', () => lookForLetters(services));
    },
    lookEvery,
    onFault,
  );
}

/** One look, where mail is read at all. How it went is kept, for the page of the settings. */
export async function lookForLetters(services: Services): Promise<void> {
  const intake = await readIntake(services.db);
  if (!intake.isOn) return;
  const settings = incomingMail();
  const outcome: LookOutcome =
    settings === null
      ? 'noServer'
      : await inFolder(settings, intake.folder, (open) => takeAll({ services, intake, settings, open }));
  await keepLook(services.db, { lookedAt: services.clock(), outcome });
}

interface Looking {
  readonly services: Services;
  readonly intake: MailIntake;
  readonly settings: IncomingMail;
  readonly open: OpenFolder;
}

/**
 * Takes every letter that has not been taken, and then tells the mailbox. A process that dies in between has lost nothing: a report
 * is known by the letter's own key, a file by its content, and what was taken is told to the mailbox in the next look.
 */
async function takeAll(looking: Looking): Promise<void> {
  const { services, intake, open } = looking;
  const place = { folder: intake.folder, uidValidity: open.uidValidity };
  const settled = await settledPlaces(services.db, place);
  const lying = await open.letters(intake.since);
  // A mailbox's clock has no parts of a second.
  const since = Math.floor(intake.since.getTime() / 1000) * 1000;
  const fresh = lying.filter(({ uid, receivedAt }) => !settled.has(uid) && receivedAt.getTime() >= since);
  const aside = new Map([...settled].flatMap(([uid, one]) => (one.isMarked ? [] : [[uid, one.isAside]])));
  let fault: Error | null = null;
  let taken = 0;
  for (const letter of fresh) {
    if (taken === mostAtOnce) break;
    try {
      const isAside = await takeOne(looking, letter);
      if (isAside !== null) aside.set(letter.uid, isAside);
      taken++;
    } catch (error) {
      if (isOfMailbox(error)) throw error;
      // One letter that cannot be taken now does not hold up those behind it, however many it is one of, and is tried again.
      fault ??= error instanceof Error ? error : new Error(String(error));
    }
  }
  for (const [uid, isAside] of aside) {
    if (lying.some((one) => one.uid === uid))
      await open.mark(uid, isAside ? 'aside' : 'taken', intake.doneFolder);
    await setMarked(services.db, { ...place, uid });
  }
  if (fault !== null) throw fault;
}

/** What came of a letter, as far as it is known before it is settled. */
type Came = Pick<SettleInput, 'outcome' | 'reason' | 'incidentId' | 'pointsAt' | 'filesRefused' | 'code'>;

const nothing = { reason: null, incidentId: null, pointsAt: null, filesRefused: 0, code: null } as const;
const setAside = (reason: AsideReason): Came => ({ ...nothing, outcome: 'aside', reason });

/** Takes one letter; true when it was set aside, null when it lies there no more. */
async function takeOne(looking: Looking, lying: LyingLetter): Promise<boolean | null> {
  const { services, intake, open } = looking;
  const isWhole = lying.bytes <= largestLetter * megabyte;
  const bytes = await open.read(lying.uid, isWhole ? largestLetter * megabyte : headersOnly);
  if (bytes === null) return null;
  const letter = await readApart(bytes);
  const key = keyOf(letter, bytes);
  const keyHash = hashKey(key).toString('hex');
  const came = (await isTaken(services.db, keyHash))
    ? { ...nothing, outcome: 'again' as const }
    : letter === null
      ? setAside('unreadable')
      : await becomes(looking, { letter, lying, isWhole, key });
  const input: SettleInput = {
    folder: intake.folder,
    uidValidity: open.uidValidity,
    uid: lying.uid,
    keyHash,
    receivedAt: lying.receivedAt.toISOString(),
    sender: senderOf(letter),
    mayAnswer: letter !== null && mayAnswer(letter),
    ...came,
  };
  const refused = await perform(services, settle, systemActor, input);
  // Another process settled it meanwhile: what it did stands.
  if (refused !== null && refused.code !== 'alreadySettled')
    throw new Error(`${settle.name} was refused: ${refused.code}`);
  return came.outcome === 'aside';
}

/** An address that can be written to and kept; empty where there is none. */
function senderOf(letter: Letter | null): string {
  return letter !== null && isAddress(letter.from) ? letter.from : '';
}

/**
 * The key that a letter's report is known by. Wherever it lies, and however often it is delivered, it is the same letter; whoever
 * else has a copy cannot work out the key, and so not the code that follows from it.
 */
function keyOf(letter: Letter | null, bytes: Uint8Array): string {
  const said =
    letter === null
      ? createHash('sha256').update(bytes).digest('hex')
      : JSON.stringify([letter.messageId, letter.from, letter.date, letter.subject, letter.text]);
  return hashShort('letter', said, theInstallation().secretKey).toString('base64url');
}

interface Taken {
  readonly letter: Letter;
  readonly lying: LyingLetter;
  readonly isWhole: boolean;
  readonly key: string;
}

async function becomes({ services, settings }: Looking, taken: Taken): Promise<Came> {
  const { db } = services;
  const { letter, isWhole } = taken;
  const own = new Set([outgoingMail()?.from ?? '', settings.user].map((one) => one.toLowerCase()));
  const because = noReportBecause(letter, own);
  if (because === 'bounce' && letter.returned !== null) await noteReturned(services, letter.returned);
  if (because !== null) return setAside(because);
  if (!isWhole) return setAside('tooLarge');
  if (isFlood(await lately(db, senderOf(letter), services.clock()))) return setAside('tooMany');
  const behind = await codeIn(db, letter);
  if (behind !== null && letter.from !== '' && behind.addresses.includes(letter.from))
    return addTo(services, taken, behind);
  return reportOf(services, taken, behind?.id ?? null);
}

/** Tells the queue of its mails that did not arrive. What is not among those sent is another's, or known already. */
async function noteReturned(services: Services, { mails, code }: ReturnNotice): Promise<void> {
  const sent = await sentAmong(services.db, mails);
  if (sent.length === 0) return;
  const refused = await perform(services, noteReturn, systemActor, { mails: sent, code });
  if (refused !== null && refused.code !== 'notSent')
    throw new Error(`${noteReturn.name} was refused: ${refused.code}`);
}

/** The first code in a letter that opens a case. */
async function codeIn(db: Services['db'], { subject, text }: Letter) {
  for (const code of codesIn(`${subject}\n${text}`).slice(0, mostCodes)) {
    const found = await caseBehind(db, hashCode(code));
    if (found !== null) return { ...found, code };
  }
  return null;
}

async function addTo(
  services: Services,
  { letter, key }: Taken,
  { id, code }: { readonly id: string; readonly code: string },
): Promise<Came> {
  const input = { code, text: addedBy(letter) };
  const refused = await perform(services, add, actorOf(letter), input, key);
  if (refused !== null) return setAside(refused.code === 'tooMany' ? 'tooMany' : 'refused');
  const filesRefused = await addFiles(services, letter, code);
  return { ...nothing, outcome: 'addition', incidentId: id as Came['incidentId'], filesRefused };
}

/** A letter becomes a report through the same door as every other, with its sender's address as the way to reach her. */
async function reportOf(
  services: Services,
  { letter, lying, key }: Taken,
  pointsAt: string | null,
): Promise<Came> {
  const input = {
    key,
    happened: toldIn(letter),
    noticedAt: lying.receivedAt.getTime() === 0 ? null : lying.receivedAt.toISOString(),
    place: '',
    affected: '',
    ongoing: 'unknown',
    contact: senderOf(letter).slice(0, 200),
  };
  const refused = await perform(services, report, actorOf(letter), input);
  if (refused !== null) return setAside(refused.code === 'tooMany' ? 'tooMany' : 'refused');
  const code = codeFor(key);
  const filesRefused = await addFiles(services, letter, code);
  const id = await caseByKey(services.db, hashKey(key));
  return {
    ...nothing,
    outcome: 'report',
    incidentId: id as Came['incidentId'],
    pointsAt: pointsAt as Came['pointsAt'],
    filesRefused,
    code,
  };
}

/** Adds the letter's files one by one; answers with how many were not taken. What was longer than a report goes along as one. */
async function addFiles(services: Services, letter: Letter, code: string): Promise<number> {
  const whole = wholeIn(letter);
  const files = whole === null ? letter.files : [whole, ...letter.files];
  let refused = Math.max(0, files.length - mostFromReporter);
  for (const { name, bytes } of files.slice(0, mostFromReporter)) {
    if (bytes.length > largestFromAnyone * megabyte) {
      refused++;
      continue;
    }
    const input = { code, name, content: Buffer.from(bytes).toString('base64') };
    const refusal = await perform(services, addFileByCode, actorOf(letter), input);
    // Scanners are at work: the whole letter is tried again, and what is there already is known.
    if (refusal?.code === 'busy') throw new Error('files are scanned elsewhere');
    if (refusal !== null) refused++;
  }
  return refused;
}

/** Nobody who has signed in, whatever name the letter bears: anybody can write any name. She is counted by her address. */
function actorOf(letter: Letter): Actor {
  const sender = hashShort('mail sender', letter.from, theInstallation().secretKey).toString('base64url');
  return { ...systemActor, kind: 'anonymous', name: '', credentialId: `mail:${sender}` };
}

/** Performs an action that no person asked for; null when it was done. A warning of a personnummer is for whoever triages. */
async function perform(
  services: Services,
  action: Action,
  actor: Actor,
  input: object,
  idempotencyKey: string | null = null,
): Promise<Refusal | null> {
  const request = { actor, id: null, input, version: null, idempotencyKey };
  const acted = await act(services, action, { ...request, confirmed: new Set(['personnummer']) });
  return isRefusal(acted) ? acted : null;
}
