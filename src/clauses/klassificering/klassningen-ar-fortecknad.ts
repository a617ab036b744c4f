import type { ClassificationFact } from '../../registers/information/information.facts.ts';
import { aspects } from '../../registers/information/vocabulary.ts';
import { always, clause, shareOf } from '../clause.ts';
import { informationNotes } from '../declared.ts';
import { ownerDuty } from '../duty.ts';
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
    return shareOf(
      [...facts.information.values()].filter((one) => one.classification !== null),
      ({ classification }) => (missingIn(classification).length === 0 ? null : 'lacking'),
      (information) => {
        const missing = missingIn(information.classification);
        return {
          register: 'information',
          recordId: information.id,
          recordName: information.name,
          field: `classification.${missing[0] ?? ''}`,
          ...ownerDuty(facts, information, today),
          unitId: information.unitId,
          parameters: { missing: missing.join(',') },
          action: mending.classify,
        };
      },
      informationNotes(facts, today),
    );
  },
});

/** What a record of a classification lacks. The day is never missing: the table demands it. */
function missingIn(classification: ClassificationFact | null): string[] {
  if (classification === null) return [];
  const { levels, reasoned, participants, decidedBy, modelNamed } = classification;
  const missing: string[] = [];
  if (aspects.some((aspect) => levels[aspect] !== null && !reasoned.includes(aspect)))
    missing.push('reasons');
  if (participants === 0) missing.push('participants');
  if (decidedBy === null) missing.push('decider');
  if (!modelNamed) missing.push('model');
  return missing;
}
