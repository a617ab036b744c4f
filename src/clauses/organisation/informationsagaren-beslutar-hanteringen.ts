import { always, clause, shareOf } from '../clause.ts';
import { informationNotes } from '../declared.ts';
import { ownerDuty } from '../duty.ts';
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
      en: (parameters) =>
        `The decision on handling should have been reviewed by ${textIn(parameters, 'day')}.`,
    },
  },
  applies: always,
  findings(facts, today) {
    return shareOf(
      facts.information.values(),
      ({ handlingDecision }) => {
        if (handlingDecision === null) return 'noDecision';
        return today <= handlingDecision.nextReviewOn ? null : 'decisionOld';
      },
      (information) => ({
        register: 'information',
        recordId: information.id,
        recordName: information.name,
        field: 'handlingDecision',
        ...ownerDuty(facts, information, today),
        unitId: information.unitId,
        parameters: { day: information.handlingDecision?.nextReviewOn ?? '' },
        action: mending.decideHandling,
      }),
      informationNotes(facts, today),
    );
  },
});
