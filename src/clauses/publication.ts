import { daysBetween } from '../kernel/calendar.ts';
import { notEnded } from '../kernel/facts.ts';
import { policyInForce, type PublicationPlaceFact } from '../governance/documents/document.facts.ts';
import { type Share, shareOf } from './clause.ts';
import { dutyOf } from './duty.ts';
import type { Facts } from './facts.ts';
import { mending } from './mending.ts';

/** The catalogue: the place tests itself at least daily. A check of yesterday still counts, one older does not. */
const checkDays = 1;

export type PublicationMessage = 'noPlace' | 'notChecked' | 'notSeen' | 'otherVersion';

/**
 * P05 and P06 are one question asked of two kinds of place: does each show exactly the version in force? Compared by
 * content hash and seen lately; `attested` tells whether a person's word, given of this version, is as good.
 */
export function publishedShare(
  facts: Pick<Facts, 'publicationPlaces' | 'documents' | 'documentVersions' | 'appointments'>,
  today: string,
  kind: PublicationPlaceFact['kind'],
  attested: (place: PublicationPlaceFact, inForceFrom: string) => boolean,
): Share<PublicationMessage> {
  const policy = policyInForce(facts.documents, facts.documentVersions, today);
  // Without a policy there is nothing that a place could show: that is P01's finding, and here nothing is known.
  if (policy === null) return { population: 0, met: 0, offenders: [], notes: ['policyMissing'] };
  const check = kind === 'website' ? mending.checkPublication : mending.attestPublication;
  const { contentHash, inForceFrom, decidedOn } = policy.version;
  const begun = inForceFrom ?? decidedOn ?? today;
  const places = [...facts.publicationPlaces.values()].filter(
    (one) => one.kind === kind && notEnded(one, today),
  );
  return shareOf(
    places.length === 0 ? [null] : places,
    (place) => {
      if (place === null) return 'noPlace';
      if (attested(place, begun)) return null;
      if (place.checkedOn === null || daysBetween(place.checkedOn, today) > checkDays) return 'notChecked';
      if (place.seenHash === null) return 'notSeen';
      return place.seenHash === contentHash ? null : 'otherVersion';
    },
    (place, message) => ({
      register: 'publicationPlace',
      recordId: place?.id ?? null,
      recordName: place?.name ?? '',
      field: message === 'noPlace' ? null : 'seenHash',
      ...dutyOf(facts.appointments, 'informationSecurityCoordinator', today),
      unitId: null,
      parameters: {},
      action: message === 'noPlace' ? mending.registerPublicationPlace : check,
    }),
  );
}
