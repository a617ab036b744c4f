import { addMonths } from '../../kernel/calendar.ts';
import { always, clause } from '../clause.ts';
import { publishedShare, seenMessages } from '../publication.ts';

/** Our own rule: a person's word that the right version is shown is good for a year. */
const attestMonths = 12;

export const policyIsOnIntranet = clause({
  id: 'bakgrund/policyn-finns-pa-intranatet',
  number: 'P06',
  section: 'bakgrund',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationSecurityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Policyn finns på intranätet', en: 'The policy is on the intranet' },
  demand: {
    sv: 'Den version av policyn som gäller ska gå att läsa på kommunens intranät.',
    en: 'The version of the policy in force must be there to read on the municipality’s intranet.',
  },
  measured: {
    sv: 'Att varje registrerad plats på intranätet visar exakt den version som gäller: kontrollerat i dag eller i går, eller intygat av någon efter att versionen började gälla och inom tolv månader. Läser Värna en annan text där en senare dag gäller inte intyget.',
    en: 'That every registered place on the intranet shows exactly the version in force: checked today or yesterday, or attested by somebody after the version came into force and within twelve months. If Värna reads another text there on a later day, the attestation does not count.',
  },
  reads: ['publicationPlaces', 'documents', 'documentVersions', 'appointments'],
  messages: {
    noPlace: {
      sv: 'Ingen plats på intranätet är registrerad.',
      en: 'No place on the intranet has been registered.',
    },
    notChecked: {
      sv: 'Ingen har kontrollerat eller intygat att sidan visar den version som gäller.',
      en: 'Nobody has checked or attested that the page shows the version in force.',
    },
    ...seenMessages,
  },
  applies: always,
  findings: (facts, today) =>
    publishedShare(facts, today, 'intranet', (place, inForceFrom) => {
      if (place.attestedOn === null || place.attestedOn < inForceFrom || place.attestedOn > today)
        return false;
      return today <= addMonths(place.attestedOn, attestMonths);
    }),
});
