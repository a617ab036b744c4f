import { always, clause, shareOf } from '../clause.ts';
import { informationNotes } from '../declared.ts';
import { ownerDuty } from '../duty.ts';
import { mending } from '../mending.ts';
import { textIn } from '../words.ts';

export const allInformationIsClassified = clause({
  id: 'klassificering/all-information-ar-klassad',
  number: 'P40',
  section: 'klassificering',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'All information är klassad', en: 'All information is classified' },
  demand: {
    sv: 'All information ska klassas efter sina krav på konfidentialitet, riktighet och tillgänglighet.',
    en: 'All information must be classified by its needs for confidentiality, integrity and availability.',
  },
  measured: {
    sv: 'Andelen aktiva informationsmängder med en beslutad klassning i de tre aspekterna vars översynsdag inte har passerat. Om nivån är rätt vald bedöms inte.',
    en: 'The share of active information assets with a decided classification in the three aspects whose review day has not passed. Whether the level was rightly chosen is not judged.',
  },
  reads: ['information', 'defaultOwners', 'appointments', 'units', 'entities', 'bodies'],
  messages: {
    unclassified: { sv: 'Informationen är inte klassad.', en: 'The information is not classified.' },
    old: {
      sv: (parameters) => `Klassningen skulle ha setts över senast ${textIn(parameters, 'day')}.`,
      en: (parameters) => `The classification should have been reviewed by ${textIn(parameters, 'day')}.`,
    },
  },
  applies: always,
  findings(facts, today) {
    return shareOf(
      facts.information.values(),
      ({ classification }) => {
        if (classification === null) return 'unclassified';
        return today <= classification.nextReviewOn ? null : 'old';
      },
      (information) => ({
        register: 'information',
        recordId: information.id,
        recordName: information.name,
        field: 'classification',
        ...ownerDuty(facts, information, today),
        unitId: information.unitId,
        parameters: { day: information.classification?.nextReviewOn ?? '' },
        action: mending.classify,
      }),
      informationNotes(facts, today),
    );
  },
});
