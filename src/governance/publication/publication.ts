import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, Line, OneOf, type Static } from '../../kernel/schema.ts';
import { Type } from 'typebox';
import type { CheckInput, CheckOutcome } from './place-check.ts';

/** Where people can read the policy: the municipality's website, or its intranet (P05, P06). */
export const placeKinds = ['website', 'intranet'] as const;

export const placeInput = Fields({
  kind: OneOf(placeKinds),
  name: Line(120),
  /** A path of this installation's own, or an address on another site. */
  address: Type.String({ maxLength: 500, pattern: '^(/(?![/\\\\])[^\\s]*|https?://[^\\s]+)$' }),
});

export interface PublicationPlace extends Static<typeof placeInput> {
  readonly id: Id<'PublicationPlace'>;
  readonly version: number;
  readonly checkedAt: Date | null;
  /** What the latest check found; null before the first. */
  readonly outcome: CheckOutcome | null;
  readonly seenHash: string | null;
  /** The SHA-256 of the file that was served there last, if any, and the content hash of the version that it is. */
  readonly fileHash: string | null;
  readonly fileOf: string | null;
  readonly checkedAgainst: string | null;
  readonly status: number | null;
  readonly sentences: number | null;
  readonly found: number | null;
  readonly firstMissing: number | null;
  /** Since when somebody waits for a check; of no meaning once it has been made. */
  readonly requestedAt: Date | null;
  readonly attestedOn: string | null;
  readonly endedOn: string | null;
}

export const placeRefusals = ['addressUnreadable', 'addressWithCredentials'] as const;

/** Adds a place. An address that carries a name and a password is refused: they would stand in the register and the log. */
export function registerPlace(
  input: Static<typeof placeInput>,
  circumstances: Circumstances,
): Decision<PublicationPlace> | Refusal {
  const fault = addressFault(input.address);
  if (fault !== null) return fault;
  const next: PublicationPlace = {
    ...input,
    id: circumstances.newId<'PublicationPlace'>(),
    version: 1,
    checkedAt: null,
    outcome: null,
    seenHash: null,
    fileHash: null,
    fileOf: null,
    checkedAgainst: null,
    status: null,
    sentences: null,
    found: null,
    firstMissing: null,
    requestedAt: null,
    attestedOn: null,
    endedOn: null,
  };
  return { next, event: { kind: 'publicationPlace.registered', record: next.id, data: { ...input } } };
}

function addressFault(address: string): Refusal | null {
  if (address.startsWith('/')) return null;
  const url = URL.parse(address);
  if (url === null) return refuse('addressUnreadable', { field: 'address' });
  const hasCredentials = url.username !== '' || url.password !== '';
  return hasCredentials ? refuse('addressWithCredentials', { field: 'address' }) : null;
}

/** What was really served there. */
export function checkPlace(
  place: PublicationPlace,
  seen: CheckInput,
  circumstances: Circumstances,
): Decision<PublicationPlace> | Refusal {
  if (place.endedOn !== null) return refuse('placeEnded');
  const { file, ...found } = seen;
  // What was no file this time (the place did not answer) does not make it forgotten which one it was.
  const known = file === null ? {} : { fileHash: file.hash, fileOf: file.of };
  const next = { ...place, ...found, ...known, version: place.version + 1, checkedAt: circumstances.now };
  const changes = changesBetween(toldOf(place), toldOf(next));
  return { next, event: { kind: 'publicationPlace.checked', record: place.id, changes } };
}

function toldOf({
  outcome,
  seenHash,
  fileHash,
  fileOf,
  checkedAgainst,
  status,
  sentences,
  found,
  firstMissing,
}: PublicationPlace) {
  return { outcome, seenHash, fileHash, fileOf, checkedAgainst, status, sentences, found, firstMissing };
}

/** Somebody wants the place read now. It is done within seconds, by whatever process looks first. */
export function requestCheck(
  place: PublicationPlace,
  circumstances: Circumstances,
): Decision<PublicationPlace> | Refusal {
  if (place.endedOn !== null) return refuse('placeEnded');
  const { requestedAt, checkedAt } = place;
  if (requestedAt !== null && (checkedAt === null || checkedAt < requestedAt))
    return refuse('alreadyWaiting');
  const next = { ...place, version: place.version + 1, requestedAt: circumstances.now };
  const changes = [
    { field: 'requestedAt', from: requestedAt?.toISOString() ?? null, to: next.requestedAt.toISOString() },
  ];
  return { next, event: { kind: 'publicationPlace.checkRequested', record: place.id, changes } };
}

/** Somebody has looked and says that the version in force is what stands there. */
export function attestPlace(
  place: PublicationPlace,
  circumstances: Circumstances,
): Decision<PublicationPlace> | Refusal {
  if (place.endedOn !== null) return refuse('placeEnded');
  const next = { ...place, version: place.version + 1, attestedOn: circumstances.today };
  const changes = [{ field: 'attestedOn', from: place.attestedOn, to: circumstances.today }];
  return { next, event: { kind: 'publicationPlace.attested', record: place.id, changes } };
}

export function endPlace(
  place: PublicationPlace,
  circumstances: Circumstances,
): Decision<PublicationPlace> | Refusal {
  if (place.endedOn !== null) return refuse('placeEnded');
  const next = { ...place, version: place.version + 1, endedOn: circumstances.today };
  return {
    next,
    event: {
      kind: 'publicationPlace.ended',
      record: place.id,
      changes: [{ field: 'endedOn', from: null, to: next.endedOn }],
    },
  };
}
