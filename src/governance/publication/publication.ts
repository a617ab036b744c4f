import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, Line, OneOf, OrNull, type Static } from '../../kernel/schema.ts';
import { Type } from 'typebox';

/** Where people can read the policy: the municipality's website, or its intranet (P05, P06). */
export const placeKinds = ['website', 'intranet'] as const;

export const placeInput = Fields({
  kind: OneOf(placeKinds),
  name: Line(120),
  /** A path of this installation's own, or an address on another site. */
  address: Type.String({ maxLength: 500, pattern: '^(/[^\\s]*|https?://[^\\s]+)$' }),
});

export interface PublicationPlace extends Static<typeof placeInput> {
  readonly id: Id<'PublicationPlace'>;
  readonly version: number;
  readonly checkedAt: Date | null;
  readonly seenHash: string | null;
  readonly attestedOn: string | null;
  readonly endedOn: string | null;
}

export function registerPlace(
  input: Static<typeof placeInput>,
  circumstances: Circumstances,
): Decision<PublicationPlace> {
  const next: PublicationPlace = {
    ...input,
    id: circumstances.newId<'PublicationPlace'>(),
    version: 1,
    checkedAt: null,
    seenHash: null,
    attestedOn: null,
    endedOn: null,
  };
  return { next, event: { kind: 'publicationPlace.registered', record: next.id, data: { ...input } } };
}

export const checkInput = Fields({
  seenHash: OrNull(Type.String({ pattern: '^[0-9a-f]{64}$' })),
});

/** What was really served there, as a content hash; null when nothing readable was. */
export function checkPlace(
  place: PublicationPlace,
  seenHash: string | null,
  circumstances: Circumstances,
): Decision<PublicationPlace> | Refusal {
  if (place.endedOn !== null) return refuse('placeEnded');
  const next = { ...place, version: place.version + 1, seenHash, checkedAt: circumstances.now };
  const changes = [{ field: 'seenHash', from: place.seenHash, to: seenHash }];
  return { next, event: { kind: 'publicationPlace.checked', record: place.id, changes } };
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
