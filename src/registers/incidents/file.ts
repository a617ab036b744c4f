import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { fileKinds, keptName, kindOf } from '../../files/kind.ts';
import { type Scanned, scanStandings } from '../../files/scan.ts';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import {
  Fields,
  IdOf,
  Line,
  OneOf,
  OrNull,
  Prose,
  Reason,
  SomeOf,
  type Static,
} from '../../kernel/schema.ts';
import type { CaseId, LoadedCase } from './incident.ts';
import { noticeOffices } from './notices/notice.ts';

/** The largest file that the municipality can say it takes (MB). Above it a file does not fit in one request. */
export const largestEver = 50;
/** Until the municipality says something else (MB). */
export const usualLargest = 25;
/** From whoever has not signed in: a photograph fits, made smaller by the phone (MB). */
export const largestFromAnyone = 8;
/** How many files a case takes from its reporter. */
export const mostFromReporter = 10;

const megabyte = 1_000_000;

/** Bytes of a request that carries a file of so many megabytes: base64 makes three bytes four. */
export function requestBytes(megabytes: number): number {
  return Math.ceil((megabytes * megabyte * 4) / 3) + 64 * 1024;
}

const content = Type.String({ minLength: 1, maxLength: requestBytes(largestEver) });

export const fileInput = Fields({ name: Line(200), content });
export const reporterFileInput = Fields({
  code: Type.String({ minLength: 1, maxLength: 60, pattern: '^[0-9A-Za-z -]+$' }),
  ...fileInput.properties,
});

/** A file of a case. What it is comes from its content. */
export interface CaseFile {
  readonly id: Id<'IncidentFile'>;
  readonly version: number;
  readonly incidentId: CaseId;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly standing: Scanned['standing'];
  readonly finding: string;
  readonly addedAt: Date;
  readonly addedBy: PersonId | null;
}

/** Somebody has had a file in hand. */
export interface Custody {
  readonly id: Id<'IncidentCustody'>;
  readonly fileId: CaseFile['id'];
  readonly what: 'added' | 'opened' | 'disclosed';
  readonly personId: PersonId | null;
  readonly at: Date;
  readonly recipient: string;
  readonly purpose: string;
}

/** A file as it arrived, looked at. */
export interface Arrived {
  readonly bytes: Buffer;
  readonly scanned: Scanned;
}

export interface NextFile {
  readonly file: CaseFile;
  readonly custody: Custody;
  /** Null: the case had the very same file already. */
  readonly bytes: Buffer | null;
}

export const fileRefusals = ['fileTooLarge', 'fileEmpty', 'wrongType', 'merged', 'tooManyFiles'] as const;

/**
 * Adds a file. It is kept whatever a scanner says: malware is evidence too, but nobody is given it. The very same file again
 * changes nothing.
 */
export function addFile(
  loaded: LoadedCase & { readonly files: readonly CaseFile[] },
  name: string,
  { bytes, scanned }: Arrived,
  limit: { readonly megabytes: number; readonly files: number },
  { actor, now, newId }: Circumstances,
): Decision<NextFile> | Refusal {
  const { incident, files } = loaded;
  if (incident.state === 'merged') return refuse('merged');
  if (bytes.length === 0) return refuse('fileEmpty', { field: 'content' });
  if (bytes.length > limit.megabytes * megabyte)
    return refuse('fileTooLarge', { field: 'content', parameters: { limit: limit.megabytes } });
  const kind = kindOf(bytes);
  if (kind === null) return refuse('wrongType', { field: 'content' });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const same = files.find((one) => one.sha256 === sha256);
  const fileId = same?.id ?? newId<'IncidentFile'>();
  const added = {
    fileId,
    what: 'added',
    personId: actor.personId,
    at: now,
    recipient: '',
    purpose: '',
  } as const;
  const custody: Custody = { id: newId<'IncidentCustody'>(), ...added };
  if (same !== undefined) {
    const event = { kind: 'incident.fileSentAgain', record: incident.id, concerns: [] };
    return { next: { file: same, custody, bytes: null }, event };
  }
  if (files.length >= limit.files) return refuse('tooManyFiles', { parameters: { limit: limit.files } });
  const file: CaseFile = {
    id: fileId,
    version: 1,
    incidentId: incident.id,
    name: keptName(name, kind),
    type: fileKinds[kind].type,
    size: bytes.length,
    sha256,
    standing: scanned.standing,
    finding: scanned.finding,
    addedAt: now,
    addedBy: actor.personId,
  };
  const told = {
    'file.sha256': sha256,
    'file.type': file.type,
    'file.size': file.size,
    'file.standing': file.standing,
  };
  const event = {
    kind: 'incident.fileAdded',
    record: incident.id,
    changes: Object.entries(told).map(([field, to]) => ({ field, from: null, to })),
    touched: [`incidentFile:${file.id}`, `incidentCustody:${custody.id}`],
  };
  return { next: { file, custody, bytes }, event };
}

export const openInput = Fields({ fileId: IdOf<'IncidentFile'>(), purpose: Prose(300) });
export const discloseInput = Fields({
  fileId: IdOf<'IncidentFile'>(),
  recipient: Line(200),
  purpose: Reason(300),
  /** The number that the request for it is registered under. */
  diaryNumber: OrNull(Line(60)),
});

export const handOutRefusals = ['fileUnknown', 'quarantined', 'fileWaiting', 'fileUnscanned'] as const;

/** The warning that somebody must have seen before she is given a file that nothing has looked for malware in. */
export const unscannedWarning = 'unscanned';

/** Hands a file out, to whoever opens it or to somebody outside; the custody log says so for as long as the case is kept. */
export function handOut(
  { incident, files }: LoadedCase & { readonly files: readonly CaseFile[] },
  input: Static<typeof openInput> | Static<typeof discloseInput>,
  { actor, now, newId, confirmed }: Circumstances,
): Decision<NextFile> | Refusal {
  const file = files.find((one) => one.id === input.fileId);
  if (file === undefined) return refuse('fileUnknown', { field: 'fileId' });
  if (file.standing === 'quarantined') return refuse('quarantined', { field: 'fileId' });
  if (file.standing === 'waiting') return refuse('fileWaiting', { field: 'fileId' });
  if (file.standing === 'unscanned' && !confirmed.has(unscannedWarning))
    return refuse('fileUnscanned', { field: 'fileId' });
  const isDisclosed = 'recipient' in input;
  const custody: Custody = {
    id: newId<'IncidentCustody'>(),
    fileId: file.id,
    what: isDisclosed ? 'disclosed' : 'opened',
    personId: actor.personId,
    at: now,
    recipient: isDisclosed ? input.recipient : '',
    purpose: input.purpose,
  };
  const data = {
    sha256: file.sha256,
    ...(isDisclosed ? { recipient: input.recipient, diaryNumber: input.diaryNumber } : {}),
  };
  const event = {
    kind: isDisclosed ? 'incident.fileDisclosed' : 'incident.fileOpened',
    record: incident.id,
    data,
    touched: [`incidentCustody:${custody.id}`],
    reason: input.purpose === '' ? null : input.purpose,
  };
  return { next: { file, custody, bytes: null }, event };
}

export const scanInput = Fields({
  fileId: IdOf<'IncidentFile'>(),
  standing: OneOf(scanStandings),
  finding: Prose(500),
});

export const scanRefusals = ['fileUnknown', 'notWaiting', 'stillWaiting'] as const;

/** What was found in a file that has waited for a scanner. What has been settled already stays as it was. */
export function noteScanned(
  { incident, files }: LoadedCase & { readonly files: readonly CaseFile[] },
  { fileId, standing, finding }: Static<typeof scanInput>,
): Decision<CaseFile> | Refusal {
  const file = files.find((one) => one.id === fileId);
  if (file === undefined) return refuse('fileUnknown', { field: 'fileId' });
  if (file.standing !== 'waiting') return refuse('notWaiting');
  if (standing === 'waiting') return refuse('stillWaiting');
  const event = {
    kind: 'incident.fileScanned',
    record: incident.id,
    changes: [{ field: 'file.standing', from: file.standing, to: standing }],
    touched: [`incidentFile:${file.id}`],
    data: { sha256: file.sha256 },
  };
  return { next: { ...file, standing, finding, version: file.version + 1 }, event };
}

export const settingInput = Fields({
  largestFileMb: Type.Integer({ minimum: 1, maximum: largestEver }),
  /** May one person alone write and approve a report to an authority, at night? */
  aloneAtNight: Type.Boolean(),
  /** After how many per cent of a time the next ones are woken: who is responsible, deputies, managers, the director. */
  wakeAt: Type.Array(Type.Integer({ minimum: 1, maximum: 99 }), { minItems: 4, maxItems: 4 }),
  /** Which offices are told by mail that a report has come; none: nobody is. */
  noticeTo: SomeOf(noticeOffices),
  reason: Reason(500),
});

/** What the municipality has decided of the register itself. */
export interface IncidentSetting {
  readonly id: Id<'IncidentSetting'>;
  /** 0: nothing has been decided yet. */
  readonly version: number;
  readonly largestFileMb: number;
  readonly aloneAtNight: boolean;
  /** In their order, each later than the one before. */
  readonly wakeAt: readonly number[];
  readonly noticeTo: readonly (typeof noticeOffices)[number][];
}

/** Sets how large a file may be, whether one person alone may report at night, when clocks wake whom, and who hears of reports. */
export function setIncidentSetting(
  before: IncidentSetting,
  { reason, ...input }: Static<typeof settingInput>,
): Decision<IncidentSetting & { readonly reason: string }> | Refusal {
  if (input.wakeAt.some((percent, index) => index > 0 && percent <= (input.wakeAt[index - 1] ?? 0)))
    return refuse('notRising', { field: 'wakeAt' });
  const { id, version, ...was } = before;
  const told = { ...was, wakeAt: [...was.wakeAt], noticeTo: [...was.noticeTo] };
  const changes = changesBetween(version === 0 ? null : told, input);
  if (changesBetween(told, input).length === 0) return refuse('nothingChanged');
  const next = { id, ...input, reason, version: version + 1 };
  return { next, event: { kind: 'incidentSetting.set', record: id, changes, reason } };
}
