import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween } from '../../../kernel/audit/canonical.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, IdOf, Line, OneOf, OrNull, Prose, Reason, type Static } from '../../../kernel/schema.ts';
import { tokenFaults } from '../../../mail/oauth.ts';
import { asideReasons, hasRoomToAnswer, type Lately, mostLetters, mostLettersOfAll } from './letter.ts';

/** How a look at the mailbox went. */
export const lookOutcomes = [
  'read',
  'noServer',
  'unreachable',
  'signIn',
  'encryption',
  'noFolder',
  'notMarked',
  ...tokenFaults,
] as const;
export type LookOutcome = (typeof lookOutcomes)[number];

/** What came of a letter: a case, a line in one, nothing since it had been taken already, or nothing at all. */
export const letterOutcomes = ['report', 'addition', 'again', 'aside'] as const;
export type LetterOutcome = (typeof letterOutcomes)[number];

export const intakeInput = Fields({
  isOn: Type.Boolean(),
  folder: Line(100),
  /** Empty: letters stay where they came. */
  doneFolder: Prose(100),
  reason: Reason(500),
});

/** Whether mail is read, and where in the mailbox. */
export interface MailIntake {
  readonly id: Id<'MailIntake'>;
  /** 0: nothing has been decided yet. */
  readonly version: number;
  readonly isOn: boolean;
  readonly folder: string;
  readonly doneFolder: string;
  /** Letters that came before are left alone. */
  readonly since: Date;
}

/**
 * Turns the reading of mail on or off. What lay in a folder when it began to be read is not taken for reports; what comes while it is
 * off is read when it is on again.
 */
export function setIntake(
  before: MailIntake,
  { reason, ...input }: Static<typeof intakeInput>,
  { now }: Circumstances,
): Decision<MailIntake & { readonly reason: string }> | Refusal {
  const said = { ...input, folder: input.folder.trim(), doneFolder: input.doneFolder.trim() };
  if (said.folder.toLowerCase() === said.doneFolder.toLowerCase())
    return refuse('sameFolder', { field: 'doneFolder' });
  const { isOn, folder, doneFolder } = before;
  const was = { isOn, folder, doneFolder };
  const isFirst = before.version === 0;
  if (!isFirst && changesBetween(was, said).length === 0) return refuse('nothingChanged');
  const begins = isFirst || said.folder !== folder;
  const next = {
    ...before,
    ...said,
    reason,
    version: before.version + 1,
    since: begins ? now : before.since,
  };
  const changes = changesBetween(isFirst ? null : was, said);
  return { next, event: { kind: 'mailIntake.set', record: before.id, changes, reason } };
}

/** Where a letter lies, and how it is known again wherever it lies. */
const place = {
  folder: Line(100),
  uidValidity: Type.Integer({ minimum: 0 }),
  uid: Type.Integer({ minimum: 0 }),
  /** In hexadecimal. */
  keyHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  receivedAt: Type.String({ format: 'date-time' }),
  sender: Prose(254),
} as const;

export const settleInput = Fields({
  ...place,
  outcome: OneOf(letterOutcomes),
  reason: OrNull(OneOf(asideReasons)),
  incidentId: OrNull(IdOf<'Incident'>()),
  pointsAt: OrNull(IdOf<'Incident'>()),
  filesRefused: Type.Integer({ minimum: 0 }),
  /** Its sender may be answered. */
  mayAnswer: Type.Boolean(),
  /** What a report is followed by, for the answer; null where there is none to give. */
  code: OrNull(Type.String({ maxLength: 60 })),
});
export type SettleInput = Static<typeof settleInput>;

/** A letter that has been looked at. */
export interface SettledLetter extends Omit<SettleInput, 'mayAnswer' | 'receivedAt'> {
  readonly id: Id<'IncomingLetter'>;
  readonly receivedAt: Date;
  readonly isAnswered: boolean;
}

/** Does what came of it call for an answer? Where it did not become a report although somebody meant it so, she is to know. */
export function callsForAnswer({ outcome, reason }: Pick<SettleInput, 'outcome' | 'reason'>): boolean {
  if (outcome === 'report') return true;
  return outcome === 'aside' && (reason === 'tooLarge' || reason === 'unreadable' || reason === 'refused');
}

/** Notes what came of a letter, once for its place in the mailbox, and decides whether its sender is answered. */
export function settleLetter(
  { isSettled, lately }: { readonly isSettled: boolean; readonly lately: Lately },
  { mayAnswer, receivedAt, ...input }: SettleInput,
  { newId }: Circumstances,
): Decision<SettledLetter> | Refusal {
  if (isSettled) return refuse('alreadySettled');
  const isAnswered = mayAnswer && callsForAnswer(input) && hasRoomToAnswer(lately);
  const next: SettledLetter = {
    ...input,
    id: newId<'IncomingLetter'>(),
    receivedAt: new Date(receivedAt),
    isAnswered,
  };
  const { outcome, reason, incidentId, filesRefused } = input;
  const kind = outcome === 'aside' ? 'mailIntake.setAside' : 'mailIntake.taken';
  const data = { outcome, why: reason, incident: incidentId, filesRefused, answered: isAnswered };
  return { next, event: { kind, record: null, data } };
}

/** Has one sender sent more than a person does, or all together more than people do? */
export function isFlood({ fromSender, takenFromAll }: Pick<Lately, 'fromSender' | 'takenFromAll'>): boolean {
  return fromSender >= mostLetters || takenFromAll >= mostLettersOfAll;
}
