import { addDays, addMonths } from '../../kernel/calendar.ts';
import type { DeviationFact } from '../../registers/deviations/deviation.facts.ts';
import type { IncidentFact } from '../../registers/incidents/incident.facts.ts';
import { investigateWithin } from '../../registers/incidents/incident.ts';
import { always, clause, shareOf } from '../clause.ts';
import { leaderOf } from '../duty.ts';
import { mending } from '../mending.ts';

/** How long (months) a closed one still counts, so that the figure speaks of the year and not only of what is left. */
const countedAfterClosing = 12;

type Lack = 'causeMissing' | 'undecided' | 'overdue';

/** A deviation or a case, as far as both are measured alike. */
interface Followed {
  readonly register: 'deviation' | 'incident';
  readonly id: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly closedOn: string | null;
  readonly lack: Lack | null;
}

const mends = {
  deviation: {
    causeMissing: { field: 'cause', action: mending.describeDeviation },
    undecided: { field: 'decision', action: mending.decideDeviation },
    overdue: { field: 'followUpOn', action: mending.closeDeviation },
  },
  incident: {
    causeMissing: { field: 'rootCause', action: mending.concludeIncident },
    undecided: { field: 'decision', action: mending.closeIncident },
    overdue: { field: 'followUpOn', action: mending.followUpIncident },
  },
} as const;

/** Counted: what is open, and what was closed within the year. */
function isCounted({ closedOn }: Pick<Followed, 'closedOn'>, today: string): boolean {
  return closedOn === null || closedOn > addMonths(today, -countedAfterClosing);
}

function ofDeviation(fact: DeviationFact, today: string): Followed {
  const { id, title, unitId, closedOn } = fact;
  return { register: 'deviation', id, name: title, unitId, closedOn, lack: lackOfDeviation(fact, today) };
}

function lackOfDeviation(
  { state, discoveredOn, hasCause, followUpOn }: DeviationFact,
  today: string,
): Lack | null {
  if (state === 'closed') return null;
  if (state === 'decided') return followUpOn !== null && followUpOn < today ? 'overdue' : null;
  if (addDays(discoveredOn, investigateWithin) >= today) return null;
  return hasCause ? 'undecided' : 'causeMissing';
}

function ofIncident(fact: IncidentFact, today: string): Followed {
  const { id, name, unitId, closedOn } = fact;
  return { register: 'incident', id, name, unitId, closedOn, lack: lackOfIncident(fact, today) };
}

/** Closing a case decides it; a follow-up waits also after that. */
function lackOfIncident(fact: IncidentFact, today: string): Lack | null {
  const { followUpOn, followedUpOn, state, reportedOn, hasCause } = fact;
  if (followUpOn !== null && followedUpOn === null && followUpOn < today) return 'overdue';
  if (state === 'closed' || addDays(reportedOn, investigateWithin) >= today) return null;
  return hasCause && state !== 'reopened' ? 'undecided' : 'causeMissing';
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
    sv: 'Andelen avvikelser och händelser där orsak och beslut finns inom 30 dagar från upptäckten eller rapporten och där dagen för uppföljning inte har passerat. Det som är öppet räknas, och det som har avslutats det senaste året. Hemliga ärenden, och rapporter som ingen har bedömt, räknas inte. Det som ingen har rapporterat syns inte.',
    en: 'The share of deviations and events with cause and decision within 30 days of discovery or report, and whose day of follow-up has not passed. What is open counts, and what was closed within the last year. Secret cases, and reports that nobody has assessed, are not counted. What nobody has reported cannot be seen.',
  },
  reads: ['deviations', 'incidents', 'appointments', 'units'],
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
  findings({ deviations, incidents, appointments, units }, today) {
    const followed = [
      ...[...deviations.values()].map((one) => ofDeviation(one, today)),
      // What has been merged is followed up where it went.
      ...[...incidents.values()]
        .filter(({ state }) => state !== 'merged')
        .map((one) => ofIncident(one, today)),
    ];
    return shareOf(
      // An overdue follow-up counts however long ago the case was closed.
      followed.filter((one) => isCounted(one, today) || one.lack !== null),
      (one) => one.lack,
      (one, message) => ({
        register: one.register,
        recordId: one.id,
        recordName: one.name,
        ...mends[one.register][message],
        ...(one.unitId === null
          ? { responsible: 'informationSecurityCoordinator' as const, responsiblePersonId: null }
          : leaderOf({ appointments, units }, one.unitId, today)),
        unitId: one.unitId,
        parameters: {},
      }),
    );
  },
});
