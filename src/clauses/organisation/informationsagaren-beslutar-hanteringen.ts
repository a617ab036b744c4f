import { always, clause, shareOf } from '../clause.ts';
import { informationNotes } from '../declared.ts';
import { ownerDutyIn } from '../duty.ts';
import { mending } from '../mending.ts';
import { textIn } from '../words.ts';

export const ownerDecidesHandling = clause({
  id: 'organisation/informationsagaren-beslutar-hanteringen',
  number: 'P29',
  section: 'organisation',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Informationsägaren beslutar om hanteringen', en: 'The owner decides on the handling' },
  demand: {
    sv: 'Informationsägaren ska avgöra vilken information som får hanteras, hur det får ske och av vem.',
    en: 'The information owner must decide which information may be handled, in what way and by whom.',
  },
  measured: {
    sv: 'Andelen aktiva informationsmängder med ett beslut om hanteringen (former, aktiviteter och grupper) vars översynsdag inte har passerat. Om beslutet följs mäts i P43.',
    en: 'The share of active information assets with a decision on handling (forms, activities and groups) whose review day has not passed. Whether the decision is kept to is measured in P43.',
  },
  reads: ['information', 'defaultOwners', 'appointments', 'units', 'entities', 'bodies'],
  messages: {
    noDecision: {
      sv: 'Det finns inget beslut om hur informationen får hanteras.',
      en: 'There is no decision on how the information may be handled.',
    },
    decisionOld: {
      sv: (parameters) => `Beslutet om hanteringen skulle ha setts över senast ${textIn(parameters, 'day')}.`,
      en: (parameters) => `The decision on handling should have been reviewed by ${textIn(parameters, 'day')}.`,
    },
  },
  applies: always,
  findings(facts, today) {
    const dutyFor = ownerDutyIn(facts, today);
    return shareOf(
      facts.information.values(),
      (information) => {
        const decision = information.handlingDecision;
        if (decision !== null && today <= decision.nextReviewOn) return null;
        return {
          register: 'information',
          recordId: information.id,
          recordName: information.name,
          field: 'handlingDecision',
          ...dutyFor(information),
          unitId: information.unitId,
          message: decision === null ? 'noDecision' : 'decisionOld',
          parameters: { day: decision?.nextReviewOn ?? '' },
          action: mending.decideHandling,
        };
      },
      informationNotes(facts, today),
    );
  },
});
