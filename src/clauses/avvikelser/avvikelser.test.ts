import { describe, expect, it } from 'vitest';
import type { DeviationFact } from '../../registers/deviations/deviation.facts.ts';
import type { ExceptionFact } from '../../registers/exceptions/exception.facts.ts';
import { appointment, facts, today, unit } from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
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
