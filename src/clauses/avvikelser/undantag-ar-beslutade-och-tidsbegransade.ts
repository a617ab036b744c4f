import type { ExceptionFact } from '../../registers/exceptions/exception.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { leaderOf } from '../duty.ts';
import { mending } from '../mending.ts';

const mends = {
  // What was decided without somebody who could, or without anything that weighs up, is mended by a new decision.
  noDecider: { field: 'decidedAs', action: mending.renewException },
  noCompensation: { field: 'compensation', action: mending.renewException },
  overrun: { field: 'endsOn', action: mending.endException },
} as const;

/** Active: granted and begun, until it has been ended or has become a deviation. */
function isActive({ state, validFrom }: ExceptionFact, today: string): boolean {
  return state === 'decided' && validFrom !== null && validFrom <= today;
}

function lacks(
  { decidedAs, hasCompensation, endsOn }: ExceptionFact,
  today: string,
): keyof typeof mends | null {
  if (endsOn < today) return 'overrun';
  if (decidedAs === null) return 'noDecider';
  return hasCompensation ? null : 'noCompensation';
}

export const exceptionsAreDecidedAndLimited = clause({
  id: 'avvikelser/undantag-ar-beslutade-och-tidsbegransade',
  number: 'P47',
  section: 'avvikelser',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationSecurityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Undantag är beslutade och tidsbegränsade', en: 'Exceptions are decided and limited in time' },
  demand: {
    sv: 'Ett undantag från reglerna ska vara dokumenterat, beslutat och begränsat i tid.',
    en: 'An exception from the rules must be documented, decided and limited in time.',
  },
  measured: {
    sv: 'Andelen beviljade undantag som har börjat gälla och har beslutsfattare, skydd som väger upp och en sista dag som inte har passerat. Ett undantag som har gått ut blir en avvikelse och räknas sedan där. Undantag som ingen har ansökt om syns inte.',
    en: 'The share of granted exceptions in force with somebody who decided, compensating measures and a last day that has not passed. One that has run out becomes a deviation and then counts there. What nobody has applied for cannot be seen.',
  },
  reads: ['exceptions', 'appointments', 'units'],
  messages: {
    overrun: {
      sv: 'Undantagets sista dag har passerat.',
      en: 'The last day of the exception has passed.',
    },
    noDecider: {
      sv: 'Det framgår inte vem som har beslutat om undantaget.',
      en: 'It does not say who decided on the exception.',
    },
    noCompensation: {
      sv: 'Undantaget saknar skydd som väger upp.',
      en: 'The exception has no compensating measures.',
    },
  },
  applies: always,
  findings({ exceptions, appointments, units }, today) {
    return shareOf(
      [...exceptions.values()].filter((one) => isActive(one, today)),
      (one) => lacks(one, today),
      (one, message) => ({
        register: 'exception',
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
