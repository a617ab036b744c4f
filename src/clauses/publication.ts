import { daysBetween } from '../kernel/calendar.ts';
import { type CheckOutcome, contraryOutcomes } from '../governance/publication/place-check.ts';
import { notEnded } from '../kernel/facts.ts';
import { policyInForce, type PublicationPlaceFact } from '../governance/documents/document.facts.ts';
import { type Share, shareOf } from './clause.ts';
import { dutyOf } from './duty.ts';
import type { Facts } from './facts.ts';
import { mending } from './mending.ts';

/** The catalogue: the place tests itself at least daily. A check of yesterday still counts, one older does not. */
const checkDays = 1;

/** What a check found that is not the text in force; each is told in its own words. */
type SeenMessage = Exclude<CheckOutcome, 'same' | 'embedded'>;
export type PublicationMessage = 'noPlace' | 'notChecked' | SeenMessage;

/** What is said of each outcome, alike on the web and on the intranet; what to do about it stands beside the place. */
export const seenMessages: Readonly<Record<SeenMessage, { readonly sv: string; readonly en: string }>> = {
  otherVersion: {
    sv: 'Sidan visar en annan version än den som gäller.',
    en: 'The page shows another version than the one in force.',
  },
  differs: {
    sv: 'Texten på sidan stämmer inte med den version som gäller.',
    en: 'The text on the page is not that of the version in force.',
  },
  textMissing: {
    sv: 'Den senaste kontrollen hittade inte policyns text på sidan.',
    en: 'The latest check did not find the text of the policy on the page.',
  },
  linkOnly: {
    sv: 'Sidan länkar till policyn men visar den inte.',
    en: 'The page links to the policy without showing it.',
  },
  notAllowedToEmbed: {
    sv: 'Sidan bäddar in policyn utan att vara tillåten, så besökaren ser den inte.',
    en: 'The page embeds the policy without being allowed to, so visitors do not see it.',
  },
  pdf: {
    sv: 'Platsen är en annan pdf än den som Värna gör av den version som gäller.',
    en: 'The place is another PDF than the one that Värna makes of the version in force.',
  },
  refusedAddress: {
    sv: 'Adressen leder till ett internt nät som Värna inte får läsa.',
    en: 'The address leads to an internal network that Värna may not read.',
  },
  tooManyRedirects: {
    sv: 'Sidan skickar vidare för många gånger.',
    en: 'The page sends visitors on too many times.',
  },
  certificate: {
    sv: 'Sidans certifikat går inte att lita på.',
    en: 'The certificate of the page cannot be trusted.',
  },
  unreachable: {
    sv: 'Sidan svarade inte vid den senaste kontrollen.',
    en: 'The page did not answer the latest check.',
  },
  timedOut: {
    sv: 'Sidan svarade för långsamt vid den senaste kontrollen.',
    en: 'The page answered the latest check too slowly.',
  },
  tooLarge: {
    sv: 'Sidan är för stor för att läsas.',
    en: 'The page is too large to be read.',
  },
  notThere: {
    sv: 'Sidan finns inte på adressen.',
    en: 'There is no page at the address.',
  },
  needsSignIn: {
    sv: 'Sidan kräver inloggning.',
    en: 'The page asks visitors to sign in.',
  },
  answeredError: {
    sv: 'Sidan svarade med ett fel vid den senaste kontrollen.',
    en: 'The page answered the latest check with an error.',
  },
  notReadable: {
    sv: 'Sidan går inte att läsa som text.',
    en: 'The page cannot be read as text.',
  },
};

/**
 * P05 and P06 are one question asked of two kinds of place: does each show exactly the version in force? Compared by
 * content hash and seen lately; `attested` tells whether a person's word, given of this version, is as good. A word cannot stand
 * against what was read there on a later day.
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
      if (attested(place, begun) && !isContradicted(place)) return null;
      if (place.checkedOn === null || daysBetween(place.checkedOn, today) > checkDays) return 'notChecked';
      return place.seenHash === contentHash ? null : messageOf(place);
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

/** Was another text read at the place on a later day than somebody attested the right one? */
function isContradicted({ outcome, checkedOn, attestedOn }: PublicationPlaceFact): boolean {
  const isOther = outcome !== null && contraryOutcomes.has(outcome);
  return isOther && checkedOn !== null && attestedOn !== null && checkedOn > attestedOn;
}

/** Why what was seen is not the text in force. What was that text when it was seen no longer is. */
function messageOf({ outcome, seenHash }: PublicationPlaceFact): SeenMessage {
  if (outcome !== null && outcome !== 'same' && outcome !== 'embedded') return outcome;
  return seenHash === null ? 'textMissing' : 'otherVersion';
}
