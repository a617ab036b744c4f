import { always, clause, shareOf } from '../clause.ts';
import { informationNotes } from '../declared.ts';
import { ownerDuty } from '../duty.ts';
import { mending } from '../mending.ts';
import { textIn } from '../words.ts';

export const personalDataIsClassifiedForTraceability = clause({
  id: 'klassificering/personuppgifter-klassas-for-sparbarhet',
  number: 'P41',
  section: 'klassificering',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Personuppgifter klassas för spårbarhet', en: 'Personal data is classified for traceability' },
  demand: {
    sv: 'Information som är eller hör ihop med personuppgifter ska klassas även för spårbarhet.',
    en: 'Information that is or relates to personal data must be classified for traceability too.',
  },
  measured: {
    sv: 'Andelen aktiva informationsmängder med personuppgifter som har en nivå för spårbarhet i en klassning vars översynsdag inte har passerat.',
    en: 'The share of active information assets with personal data that have a level of traceability in a classification whose review day has not passed.',
  },
  reads: ['information', 'defaultOwners', 'appointments', 'units', 'entities', 'bodies'],
  messages: {
    unclassified: {
      sv: 'Informationen innehåller personuppgifter men är inte klassad.',
      en: 'The information holds personal data but is not classified.',
    },
    noTraceability: {
      sv: 'Klassningen saknar nivå för spårbarhet.',
      en: 'The classification has no level of traceability.',
    },
    old: {
      sv: (parameters) => `Klassningen skulle ha setts över senast ${textIn(parameters, 'day')}.`,
      en: (parameters) => `The classification should have been reviewed by ${textIn(parameters, 'day')}.`,
    },
  },
  applies: always,
  findings(facts, today) {
    return shareOf(
      [...facts.information.values()].filter((one) => one.personalData !== 'none'),
      ({ classification }) => {
        if (classification === null) return 'unclassified';
        if (classification.levels.traceability === null) return 'noTraceability';
        return today <= classification.nextReviewOn ? null : 'old';
      },
      (information) => ({
        register: 'information',
        recordId: information.id,
        recordName: information.name,
        field: 'classification.traceability',
        ...ownerDuty(facts, information, today),
        unitId: information.unitId,
        parameters: { day: information.classification?.nextReviewOn ?? '' },
        action: mending.classify,
      }),
      informationNotes(facts, today),
    );
  },
});
