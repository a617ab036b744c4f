import { always, clause } from '../clause.ts';
import { publishedShare, seenMessages } from '../publication.ts';

export const policyIsOnWebsite = clause({
  id: 'bakgrund/policyn-finns-pa-webbplatsen',
  number: 'P05',
  section: 'bakgrund',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationSecurityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Policyn finns på webbplatsen', en: 'The policy is on the website' },
  demand: {
    sv: 'Den version av policyn som gäller ska gå att läsa på kommunens webbplats.',
    en: 'The version of the policy in force must be there to read on the municipality’s website.',
  },
  measured: {
    sv: 'Att varje registrerad plats på webben visar exakt den version som gäller, mening för mening eller inbäddat, och att det kontrollerades i dag eller i går.',
    en: 'That every registered place on the web shows exactly the version in force, sentence by sentence or embedded, and was checked today or yesterday.',
  },
  reads: ['publicationPlaces', 'documents', 'documentVersions', 'appointments'],
  messages: {
    noPlace: { sv: 'Ingen plats på webben är registrerad.', en: 'No place on the web has been registered.' },
    notChecked: {
      sv: 'Sidan har inte kontrollerats sedan i förrgår eller tidigare.',
      en: 'The page has not been checked today or yesterday.',
    },
    ...seenMessages,
  },
  applies: always,
  findings: (facts, today) => publishedShare(facts, today, 'website', () => false),
});
