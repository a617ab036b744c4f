import { isAddress } from '../../../mail/smtp.ts';
import { withoutCodes } from '../code.ts';
import { beginningOf } from '../cut.ts';
import type { ReturnNotice } from './return-notice.ts';

/** A file that came with a letter, as its sender named it. */
export interface LetterFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A letter as it was read: its words without mark-up, and what says whether a person wrote it. Nothing in it can be trusted. */
export interface Letter {
  readonly messageId: string;
  /** Who is said to have sent it, in small letters; empty where no address can be read. */
  readonly from: string;
  /** As the header says it, for telling two letters apart. */
  readonly date: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly LetterFile[];
  readonly signs: LetterSigns;
  /** Which of Värna's own mails it says did not arrive; null where it is no such notice. */
  readonly returned: ReturnNotice | null;
}

/** Headers that machines put in what they send, in small letters (RFC 3834, RFC 2919, RFC 3464 and what is usual besides). */
export interface LetterSigns {
  /** `<>` where whoever carried the letter says that nobody is to answer it. */
  readonly returnPath: string;
  readonly autoSubmitted: string;
  readonly precedence: string;
  readonly suppress: string;
  readonly contentType: string;
  readonly isFromList: boolean;
  readonly isAutoReply: boolean;
}

/** Why a letter was set aside: it did not become a report, and somebody may want to look at it in the mailbox. */
export const asideReasons = [
  'bounce',
  'autoReply',
  'own',
  'tooLarge',
  'unreadable',
  'empty',
  'tooMany',
  'refused',
] as const;
export type AsideReason = (typeof asideReasons)[number];

const machines = /^(?:mailer-daemon|postmaster)@/;
const unanswerable =
  /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|inget-?svar|svara-?ej|bounces?|listserv)\b/;

/** Why a letter is no report at all; null where it may be one. `own` are the addresses that Värna itself writes from. */
export function noReportBecause(letter: Letter, own: ReadonlySet<string>): AsideReason | null {
  const { signs, from } = letter;
  if (signs.returnPath === '<>' || machines.test(from) || signs.contentType.startsWith('multipart/report'))
    return 'bounce';
  // What answers by itself answers us, and would be answered again.
  if (
    signs.autoSubmitted.startsWith('auto-replied') ||
    signs.isAutoReply ||
    signs.precedence === 'auto_reply'
  )
    return 'autoReply';
  if (own.has(from)) return 'own';
  return letter.text.trim() === '' && letter.subject.trim() === '' && letter.files.length === 0
    ? 'empty'
    : null;
}

/** May its sender be answered? Not what machines and lists send (RFC 3834, section 2), nor an address that takes no answer. */
export function mayAnswer({ from, signs }: Letter): boolean {
  const isByMachine = signs.autoSubmitted !== '' && signs.autoSubmitted !== 'no';
  const isBulk = signs.isFromList || /^(?:bulk|list|junk)$/.test(signs.precedence);
  const isSuppressed = /\b(?:all|autoreply|oof)\b/.test(signs.suppress);
  return !isByMachine && !isBulk && !isSuppressed && !unanswerable.test(from) && isAddress(from);
}

/** Letters of a report, as its field takes them; the whole goes along as a file where it is longer. */
const longest = 4000;
const restInFile = '\n\n… Hela brevet finns bland filerna.';

/** What was told, for the report's first field. */
export function toldIn({ subject, text }: Pick<Letter, 'subject' | 'text'>): string {
  const whole = withoutCodes(
    [subject, text]
      .map((part) => part.trim())
      .filter(Boolean)
      .join('\n\n'),
  );
  const said = whole.length < 3 ? `${whole} (brev utan text)`.trim() : whole;
  return cut(said);
}

function cut(words: string): string {
  if (words.length <= longest) return words;
  return `${beginningOf(words, longest - restInFile.length)}${restInFile}`;
}

/** The whole letter as a file, where it is longer than a report's first field or a line of the timeline takes; else null. */
export function wholeIn({ subject, text }: Pick<Letter, 'subject' | 'text'>): LetterFile | null {
  const whole = withoutCodes(`${subject}\n\n${text}`);
  return whole.length <= longest ? null : { name: 'brevet.txt', bytes: Buffer.from(whole, 'utf8') };
}

/** Where an answer ends and what it answers begins, as the usual programs write it. */
const quoteBegins =
  /^(?:-{2,} ?(?:ursprungligt meddelande|original message|vidarebefordrat|forwarded)|_{10,}$|(?:från|from): .+|(?:den|on|le|am) .{5,120}(?:skrev|wrote|écrit|schrieb).{0,80}:\s*$)/iu;

/** The words of an answer without what it answers; the whole where nothing else is left. */
export function ownWords(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => quoteBegins.test(line.trim()));
  const own = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith('>'));
  const said = withoutCodes(own.join('\n')).trim();
  return said.length < 3 ? withoutCodes(text).trim() : said;
}

/** What is added to a case of an answer: its own words, no longer than a line of the timeline takes. */
export function addedBy({ text, subject }: Pick<Letter, 'subject' | 'text'>): string {
  const said = ownWords(text);
  const words = said.length < 3 ? withoutCodes(subject) : said;
  return cut(words.length < 3 ? '(brev utan text)' : words);
}

/** The largest letter that is read (MB): one film of a telephone, as it grows on its way. */
export const largestLetter = 25;

/** Of one sender within an hour; what comes above is set aside, since only a machine writes so much. */
export const mostLetters = 20;
/**
 * Letters of all that are taken within an hour: a sender's name costs nothing to make up, so that counting each is not enough. A wave
 * of forged mail that everybody passes on fits; what comes above lies in the mailbox, flagged.
 */
export const mostLettersOfAll = 600;
/** Answers to one address within a day: two machines that answer one another fall silent. */
export const mostAnswersToOne = 5;
/** Answers to all within an hour: a sender's name can be forged, and whoever bears it is not to be flooded by us. */
export const mostAnswersToAll = 120;

/** How much has come from somebody and been answered, when a letter is looked at. */
export interface Lately {
  readonly fromSender: number;
  /** Of all: those that became a case or a line in one. */
  readonly takenFromAll: number;
  readonly answersToSender: number;
  readonly answersToAll: number;
}

/** Is there room for one more answer? */
export function hasRoomToAnswer({ answersToSender, answersToAll }: Lately): boolean {
  return answersToSender < mostAnswersToOne && answersToAll < mostAnswersToAll;
}
