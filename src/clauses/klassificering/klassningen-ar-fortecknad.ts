import { type ClassificationFact, type InformationFact } from '../../registers/information/information.facts.ts';
import { aspects } from '../../registers/information/vocabulary.ts';
import { always, clause, shareOf } from '../clause.ts';
import { informationNotes } from '../declared.ts';
import { ownerDutyIn } from '../duty.ts';
import { mending } from '../mending.ts';
import { listIn } from '../words.ts';

export const classificationIsListed = clause({
  id: 'klassificering/klassningen-ar-fortecknad',
  number: 'P42',
  section: 'klassificering',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Klassningen är förtecknad', en: 'The classification is on record' },
  demand: {
    sv: 'Det ska vara förtecknat vilken klass varje informationsmängd har.',
    en: 'The class of each information asset must be on record.',
  },
  measured: {
    sv: 'Andelen gällande klassningar som visar skäl för varje aspekt, deltagare, beslutsfattare, datum samt modell och version. Information utan klassning räknas i P40, inte här.',
    en: 'The share of current classifications that show a reason for each aspect, participants, who decided, the day, and model with version. Information without a classification counts in P40, not here.',
  },
  reads: ['information', 'defaultOwners', 'appointments', 'units', 'entities', 'bodies'],
  messages: {
    lacking: {
      sv: (parameters) => `Klassningen saknar ${listIn(parameters, 'missing', 'sv')}.`,
      en: (parameters) => `The classification lacks ${listIn(parameters, 'missing', 'en')}.`,
    },
  },
  applies: always,
  findings(facts, today) {
    const dutyFor = ownerDutyIn(facts, today);
    const classified = [...facts.information.values()].flatMap(withClassification);
    return shareOf(
      classified,
      ({ information, classification }) => {
        const missing = missingIn(classification);
        if (missing.length === 0) return null;
        return {
          register: 'information',
          recordId: information.id,
          recordName: information.name,
          field: `classification.${missing[0] ?? ''}`,
          ...dutyFor(information),
          unitId: information.unitId,
          message: 'lacking',
          parameters: { missing: missing.join(',') },
          action: mending.classify,
        };
      },
      informationNotes(facts, today),
    );
  },
});

function withClassification(information: InformationFact): { information: InformationFact; classification: ClassificationFact }[] {
  const { classification } = information;
  return classification === null ? [] : [{ information, classification }];
}

/** What a record of a classification lacks. The day is never missing: the table demands it. */
function missingIn(classification: ClassificationFact): string[] {
  const unreasoned = aspects.some(
    (aspect) => classification.levels[aspect] !== null && !classification.reasoned.includes(aspect),
  );
  return [
    ...(unreasoned ? ['reasons'] : []),
    ...(classification.participants === 0 ? ['participants'] : []),
    ...(classification.decidedBy === null ? ['decider'] : []),
    ...(classification.modelNamed ? [] : ['model']),
  ];
}
