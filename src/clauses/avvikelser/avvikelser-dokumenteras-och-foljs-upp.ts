import { addDays, addMonths } from '../../kernel/calendar.ts';
import type { DeviationFact } from '../../registers/deviations/deviation.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { leaderOf } from '../duty.ts';
import { mending } from '../mending.ts';

/** How long (days) the cause and the decision may take. No rule says so: a month lets the unit meet once about it. */
const investigateWithin = 30;
/** How long (months) a closed one still counts, so that the figure speaks of the year and not only of what is left. */
const countedAfterClosing = 12;

const mends = {
  causeMissing: { field: 'cause', action: mending.describeDeviation },
  undecided: { field: 'decision', action: mending.decideDeviation },
  overdue: { field: 'followUpOn', action: mending.closeDeviation },
} as const;

/** Counted: what is open, and what was closed within the year. */
function isCounted({ closedOn }: DeviationFact, today: string): boolean {
  return closedOn === null || closedOn > addMonths(today, -countedAfterClosing);
}

function lacks(
  { state, discoveredOn, hasCause, followUpOn }: DeviationFact,
  today: string,
): keyof typeof mends | null {
  if (state === 'closed') return null;
  if (state === 'decided') return followUpOn !== null && followUpOn < today ? 'overdue' : null;
  if (addDays(discoveredOn, investigateWithin) >= today) return null;
  return hasCause ? 'undecided' : 'causeMissing';
}

export const deviationsAreDocumented = clause({
  id: 'avvikelser/avvikelser-dokumenteras-och-foljs-upp',
  number: 'P45',
  section: 'avvikelser',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationSecurityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Avvikelser dokumenteras och följs upp', en: 'Deviations are documented and followed up' },
  demand: {
    sv: 'Alla avvikelser ska dokumenteras och följas upp, så att arbetet blir bättre.',
    en: 'All deviations must be documented and followed up, so that the work improves.',
  },
  measured: {
    sv: 'Andelen avvikelser där orsak och beslut finns inom 30 dagar från upptäckten och där dagen för uppföljning inte har passerat. Öppna avvikelser räknas, och de som har avslutats det senaste året. Avvikelser som ingen har rapporterat syns inte.',
    en: 'The share of deviations with cause and decision within 30 days of discovery, and whose day of follow-up has not passed. Open ones count, and those closed within the last year. What nobody has reported cannot be seen.',
  },
  reads: ['deviations', 'appointments', 'units'],
  messages: {
    causeMissing: {
      sv: 'Det har gått mer än 30 dagar, och orsaken är inte utredd.',
      en: 'More than 30 days have passed, and the cause has not been investigated.',
    },
    undecided: {
      sv: 'Det har gått mer än 30 dagar, och inget är beslutat.',
      en: 'More than 30 days have passed, and nothing has been decided.',
    },
    overdue: {
      sv: 'Dagen för uppföljning har passerat.',
      en: 'The day of the follow-up has passed.',
    },
  },
  applies: always,
  findings({ deviations, appointments, units }, today) {
    return shareOf(
      [...deviations.values()].filter((one) => isCounted(one, today)),
      (one) => lacks(one, today),
      (one, message) => ({
        register: 'deviation',
        recordId: one.id,
        recordName: one.title,
        ...mends[message],
        ...leaderOf({ appointments, units }, one.unitId, today),
        unitId: one.unitId,
        parameters: {},
      }),
    );
  },
});
