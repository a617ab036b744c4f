import { describe, expect, it } from 'vitest';
import type { DeviationFact } from '../../registers/deviations/deviation.facts.ts';
import type { ExceptionFact } from '../../registers/exceptions/exception.facts.ts';
import { appointment, facts, today, unit } from '../testing/sample.ts';
import { defaultData } from '../../duties/default-data.ts';
import { caseOf, decidedAgainst, no, party, sent, yes } from '../../duties/testing/cases.ts';
import type { CaseFacts } from '../../duties/case-facts.ts';
import { judgesAs } from '../testing/table.ts';
import { incidentsAreReported } from './incidenter-anmals-till-myndighet.ts';
import { deviationsAreDocumented } from './avvikelser-dokumenteras-och-foljs-upp.ts';
import { exceptionsAreDecidedAndLimited } from './undantag-ar-beslutade-och-tidsbegransade.ts';

function deviation(row: Partial<DeviationFact> = {}): DeviationFact {
  return {
    id: 'deviation',
    title: 'Papper i papperskorgen',
    unitId: 'unit',
    discoveredOn: '2026-09-01',
    hasCause: true,
    state: 'decided',
    followUpOn: '2026-12-01',
    closedOn: null,
    secret: false,
    ...row,
  };
}

describe('deviations are documented and followed up', () => {
  const of = (...deviations: DeviationFact[]) => facts({ deviations });
  const reported = { state: 'reported', followUpOn: null } as const;
  const closed = { state: 'closed', closedOn: '2026-06-01' } as const;
  judgesAs(deviationsAreDocumented, [
    ['no deviation', of(), 'undetermined'],
    ['decided, with its follow-up ahead', of(deviation()), 'met'],
    ['to be followed up today', of(deviation({ followUpOn: today })), 'met'],
    ['to be followed up yesterday', of(deviation({ followUpOn: '2026-11-22' })), 'not_met', 'overdue'],
    [
      'discovered 30 days ago, cause unknown',
      of(deviation({ ...reported, discoveredOn: '2026-10-24', hasCause: false })),
      'met',
    ],
    [
      'discovered 31 days ago, cause unknown',
      of(deviation({ ...reported, discoveredOn: '2026-10-23', hasCause: false })),
      'not_met',
      'causeMissing',
    ],
    [
      'discovered 31 days ago, cause known, undecided',
      of(deviation({ ...reported, discoveredOn: '2026-10-23' })),
      'not_met',
      'undecided',
    ],
    ['closed within the year, late or not', of(deviation({ ...closed, followUpOn: '2026-01-01' })), 'met'],
    ['closed a year ago less a day', of(deviation({ ...closed, closedOn: '2025-11-24' })), 'met'],
    [
      'closed a year ago is not counted',
      of(deviation({ ...closed, closedOn: '2025-11-23' })),
      'undetermined',
    ],
    ['one of two', of(deviation(), deviation({ id: 'b', followUpOn: '2026-11-22' })), 'partly', 'overdue'],
  ]);

  it('falls to whoever leads the unit', () => {
    const { offenders } = deviationsAreDocumented.findings(
      facts({
        deviations: [deviation({ followUpOn: '2026-11-22' })],
        units: [unit()],
        appointments: [appointment('manager', 'unit')],
      }),
      today,
    );
    expect(offenders).toMatchObject([
      { recordId: 'deviation', responsible: 'manager', action: 'deviation.close', field: 'followUpOn' },
    ]);
  });
});

function exception(row: Partial<ExceptionFact> = {}): ExceptionFact {
  return {
    id: 'exception',
    title: 'Gamla plattor',
    unitId: 'unit',
    state: 'decided',
    decidedAs: 'manager',
    hasCompensation: true,
    validFrom: '2026-01-01',
    endsOn: '2027-01-01',
    secret: false,
    ...row,
  };
}

describe('exceptions are decided and limited in time', () => {
  const of = (...exceptions: ExceptionFact[]) => facts({ exceptions });
  const ended = { endsOn: '2026-11-22' };
  judgesAs(exceptionsAreDecidedAndLimited, [
    ['no exception', of(), 'undetermined'],
    ['decided, compensated, with its end ahead', of(exception()), 'met'],
    ['on its last day', of(exception({ endsOn: today })), 'met'],
    ['the day after its last', of(exception(ended)), 'not_met', 'overrun'],
    ['from today', of(exception({ validFrom: today })), 'met'],
    ['from tomorrow is not counted', of(exception({ validFrom: '2026-11-24' })), 'undetermined'],
    ['decided by nobody', of(exception({ decidedAs: null })), 'not_met', 'noDecider'],
    [
      'without anything that weighs up',
      of(exception({ hasCompensation: false })),
      'not_met',
      'noCompensation',
    ],
    ...(['draft', 'opinion', 'refused', 'expired', 'ended'] as const).map(
      (state) => [`${state} is not counted`, of(exception({ ...ended, state })), 'undetermined'] as const,
    ),
    ['one of two', of(exception(), exception({ id: 'b', ...ended })), 'partly', 'overrun'],
  ]);
});

describe('incidents are reported to the authority', () => {
  // The day of the tables begins at midnight in Sweden; what runs out on it can still be sent in time.
  const known = (at: string) => [party('kommunen', ['controller'], { knowledge: { at, reason: 'Larm' } })];
  const of = (...changes: Partial<CaseFacts>[]) =>
    facts({
      caseDuties: changes.map((changed, index) => ({
        id: String(index),
        name: `H 2026-000${index}`,
        unitId: null,
        handlerId: null,
        isPartlySecret: false,
        data: defaultData,
        facts: caseOf({
          id: String(index),
          answers: yes('personalData', 'riskToPeople'),
          parties: known('2026-11-16T08:00:00.000Z'),
          decisions: [notHigh],
          ...changed,
        }),
      })),
    });
  const g1 = 'dataskydd/anmalan-till-imy';
  const notHigh = decidedAgainst('dataskydd/informera-registrerade', '2026-11-17T08:00:00.000Z');
  const recorded = (at: string, more = {}) => sent('dataskydd/incidentforteckning', 'record', at, more);
  const inTime = '2026-11-17T08:00:00.000Z';
  const kept = recorded(inTime);
  judgesAs(incidentsAreReported, [
    ['no case', facts({}), 'undetermined'],
    ['a near miss that concerns nobody', of({ kind: 'nearMiss', parties: [] }), 'undetermined'],
    ['an incident that nobody has placed', of({ kind: 'incident', parties: [] }), 'not_met', 'undecided'],
    [
      'sent in time and recorded, with proof',
      of({ deliveries: [sent(g1, 'notification', inTime), kept], answers: answersNo() }),
      'met',
    ],
    [
      'sent without anything that shows it',
      of({ deliveries: [sent(g1, 'notification', inTime, { isProven: false }), kept], answers: answersNo() }),
      'partly',
      'unproven',
    ],
    [
      'sent after its time',
      of({ deliveries: [sent(g1, 'notification', '2026-11-20T08:00:00.000Z'), kept], answers: answersNo() }),
      'partly',
      'late',
    ],
    [
      'not sent, and the time ran out on Thursday',
      of({ deliveries: [kept], answers: answersNo() }),
      'partly',
      'overdue',
    ],
    [
      'not sent, and the time runs out today',
      of({ deliveries: [kept], parties: known('2026-11-20T12:00:00.000Z'), answers: answersNo() }),
      'met',
    ],
    [
      'not sent, and the time ran out last night',
      of({ deliveries: [kept], parties: known('2026-11-19T12:00:00.000Z'), answers: answersNo() }),
      'partly',
      'overdue',
    ],
    [
      'decided against although the law has no exception',
      of({ deliveries: [kept], decisions: [notHigh, decidedAgainst(g1, inTime)], answers: answersNo() }),
      'partly',
      'contradicted',
    ],
    ['a question that nobody has answered', of({ answers: {}, decisions: [] }), 'not_met', 'undecided'],
  ]);

  /** A breach with a risk that is decided not to be high: notified and recorded, and nobody need be told. */
  function answersNo() {
    return {
      ...yes('personalData', 'riskToPeople'),
      ...no('highRisk', 'agreement', 'crime', 'supplier', 'protectiveSecurity'),
    };
  }
});
