import { holds } from '../../kernel/calendar.ts';
import { always, clause, shareOf } from '../clause.ts';
import { stillHolds, undeclaredCarriers } from '../declared.ts';
import { leaderOf } from '../duty.ts';
import { mending } from '../mending.ts';
import { listIn, textIn } from '../words.ts';

export const allInformationWhateverItsForm = clause({
  id: 'malgrupp/all-information-oavsett-form',
  number: 'P20',
  section: 'malgrupp',
  strength: 'ska',
  kind: 'computed',
  responsible: 'manager',
  citation: [],
  inForceFrom: null,
  title: { sv: 'All information, oavsett form', en: 'All information, whatever its form' },
  demand: {
    sv: 'Policyn ska gälla all information: i it-system, på papper, i anteckningar, i samtal, i telefon och på film, ljud och bild.',
    en: 'The policy must apply to all information: in IT systems, on paper, in notes, in conversations, on the telephone, and as film, sound and images.',
  },
  measured: {
    sv: 'Andelen enheter som de senaste tolv månaderna har svarat, form för form, vad de har eller att de inte har något. Att svaret är riktigt svarar chefen för.',
    en: 'The share of units that within the last twelve months have answered, form by form, what they hold or that they hold none. The manager answers for its being right.',
  },
  reads: ['units', 'appointments'],
  messages: {
    notDeclared: {
      sv: 'Enheten har inte svarat på i vilka former den har information.',
      en: 'The unit has not said in which forms it holds information.',
    },
    declaredLongAgo: {
      sv: (parameters) => `Enhetens svar är från ${textIn(parameters, 'day')} och behöver bekräftas på nytt.`,
      en: (parameters) =>
        `The unit’s answer dates from ${textIn(parameters, 'day')} and needs to be confirmed again.`,
    },
    carriersMissing: {
      sv: (parameters) => `Svar saknas om ${listIn(parameters, 'carriers', 'sv')}.`,
      en: (parameters) => `There is no answer about ${listIn(parameters, 'carriers', 'en')}.`,
    },
  },
  applies: always,
  findings({ units, appointments }, today) {
    return shareOf(
      [...units.values()].filter((unit) => unit.kind === 'unit' && holds(unit, today)),
      (unit) => {
        if (unit.carriersDeclaredOn === null) return 'notDeclared';
        if (!stillHolds(unit.carriersDeclaredOn, today)) return 'declaredLongAgo';
        return undeclaredCarriers(unit).length === 0 ? null : 'carriersMissing';
      },
      (unit) => ({
        register: 'unit',
        recordId: unit.id,
        recordName: unit.name,
        field: 'carriers',
        ...leaderOf({ units, appointments }, unit.id, today),
        unitId: unit.id,
        parameters: { carriers: undeclaredCarriers(unit).join(','), day: unit.carriersDeclaredOn ?? '' },
        action: mending.declareCarriers,
      }),
    );
  },
});
