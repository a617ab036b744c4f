import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { type FileKind, fileKinds, keptName, kindOf } from '../../../files/kind.ts';
import type { Scanned } from '../../../files/scan.ts';
import type { Circumstances, Decision } from '../../../kernel/action.ts';
import type { Id, PersonId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, OrNull, type Static } from '../../../kernel/schema.ts';
import type { CampaignId } from '../campaign.ts';

/** The largest scan that is taken (MB): with base64 it passes through a proxy that lets 12 MB through. */
export const largestList = 8;
const megabyte = 1_000_000;
/** Bytes of a request that carries it. */
export const listRequestBytes = Math.ceil((largestList * megabyte * 4) / 3) + 64 * 1024;
/** Lists that one campaign takes. */
const mostLists = 500;
/** What a scanner or a telephone makes. */
const scanKinds: ReadonlySet<FileKind> = new Set(['pdf', 'jpeg', 'png', 'heic', 'webp']);

export const listInput = Fields({
  heldOn: Day(),
  meeting: Line(200),
  /** Whose meeting it was; null when it was of several units. */
  unitId: OrNull(IdOf<'Unit'>()),
  name: Line(200),
  /** The file, in base64. */
  content: Type.String({ minLength: 1, maxLength: listRequestBytes }),
});
export type ListInput = Static<typeof listInput>;

/** The list itself that was signed on paper, as it was scanned. What it is comes from its content. */
export interface SignedList {
  readonly id: Id<'SignedList'>;
  readonly version: number;
  readonly campaignId: CampaignId;
  readonly unitId: ListInput['unitId'];
  readonly heldOn: string;
  readonly meeting: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly standing: Exclude<Scanned['standing'], 'waiting'>;
  readonly finding: string;
  readonly addedAt: Date;
  readonly addedBy: PersonId | null;
  readonly endedOn: string | null;
}

/** What a list is added to. */
export interface ListGround {
  readonly campaign: { readonly id: CampaignId; readonly opensOn: string };
  readonly unitStands: boolean;
  /** The fingerprints of those that the campaign has, not put aside. */
  readonly had: readonly string[];
}

/** A file as it arrived, looked at. */
export interface ArrivedList {
  readonly bytes: Buffer;
  readonly scanned: Scanned;
}

export const listRefusals = [
  'heldInFuture',
  'heldBeforeOpening',
  'unitUnknown',
  'fileEmpty',
  'fileTooLarge',
  'wrongType',
  'listThere',
  'tooManyLists',
  'scannerAway',
] as const;

/**
 * Adds a scanned list. A campaign that is over takes one too: paper comes late. It is kept whatever a scanner says, but then nobody
 * is given it.
 */
export function addList(
  ground: ListGround,
  input: Omit<ListInput, 'content'>,
  { bytes, scanned }: ArrivedList,
  { actor, now, today, newId }: Circumstances,
): Decision<SignedList> | Refusal {
  const { campaign, unitStands, had } = ground;
  const { heldOn, meeting, unitId } = input;
  if (heldOn > today) return refuse('heldInFuture', { field: 'heldOn' });
  if (heldOn < campaign.opensOn) return refuse('heldBeforeOpening', { field: 'heldOn' });
  if (!unitStands) return refuse('unitUnknown', { field: 'unitId' });
  if (bytes.length === 0) return refuse('fileEmpty', { field: 'content' });
  if (bytes.length > largestList * megabyte)
    return refuse('fileTooLarge', { field: 'content', parameters: { limit: largestList } });
  const kind = kindOf(bytes);
  if (kind === null || !scanKinds.has(kind)) return refuse('wrongType', { field: 'content' });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (had.includes(sha256)) return refuse('listThere', { field: 'content' });
  if (had.length >= mostLists) return refuse('tooManyLists', { parameters: { limit: mostLists } });
  // Whoever scanned the list has it and can send it again; nothing is kept that nobody has looked at.
  if (scanned.standing === 'waiting') return refuse('scannerAway', { field: 'content' });
  const next: SignedList = {
    id: newId<'SignedList'>(),
    version: 1,
    campaignId: campaign.id,
    unitId,
    heldOn,
    meeting,
    name: keptName(input.name, kind),
    type: fileKinds[kind].type,
    size: bytes.length,
    sha256,
    standing: scanned.standing,
    finding: scanned.finding,
    addedAt: now,
    addedBy: actor.personId,
    endedOn: null,
  };
  const { campaignId, type, size, standing } = next;
  const data = { campaignId, unitId, heldOn, meeting, type, size, sha256, standing };
  const touched = [`campaign:${campaignId}`];
  return { next, event: { kind: 'signedList.added', record: next.id, touched, data } };
}

export const openRefusals = ['listEnded', 'quarantined'] as const;

/** Hands a list out; the log says to whom. */
export function openList(list: SignedList): Decision<SignedList> | Refusal {
  if (list.endedOn !== null) return refuse('listEnded');
  if (list.standing === 'quarantined') return refuse('quarantined');
  const { sha256, campaignId } = list;
  return {
    next: list,
    event: { kind: 'signedList.opened', record: list.id, data: { campaignId, sha256 } },
  };
}

/** Puts a list aside that is of something else. What was entered from it stands. */
export function endList(
  list: SignedList,
  reason: string,
  { today }: Circumstances,
): Decision<SignedList> | Refusal {
  if (list.endedOn !== null) return refuse('listEnded');
  const next = { ...list, version: list.version + 1, endedOn: today };
  const changes = [{ field: 'endedOn', from: null, to: today }];
  const touched = [`campaign:${list.campaignId}`];
  return { next, event: { kind: 'signedList.ended', record: list.id, changes, touched, reason } };
}
