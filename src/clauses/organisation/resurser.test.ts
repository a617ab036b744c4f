import { describe, expect, it } from 'vitest';
import type { MeasureFact } from '../../registers/measures/measure.facts.ts';
import { appointment, facts, today } from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { directorSupportsAndAllocates } from './kommundirektoren-stoder-och-fordelar-resurser.ts';

function measure(row: Partial<MeasureFact> = {}): MeasureFact {
  return {
    id: 'measure',
    title: 'Byt brandväggen',
    unitId: 'unit',
    ownerPersonId: null,
    ownerOffice: 'itManager',
    sourceRegister: null,
    sourceRecord: null,
    clause: null,
    state: 'planned',
    dueOn: '2026-12-01',
    resources: 'allocated',
    secret: false,
    ...row,
  };
}
const appointments = [appointment('municipalDirector')];
const of = (...measures: MeasureFact[]) => facts({ measures, appointments });

describe('the director supports and allocates', () => {
  judgesAs(directorSupportsAndAllocates, [
    ['nobody is director, and there is nothing to do', facts({}), 'not_met', 'noDirector'],
    ['a director, and nothing to do', of(), 'undetermined'],
    ['given resources by decision', of(measure()), 'met'],
    ['within the budget', of(measure({ resources: 'withinBudget' })), 'met'],
    ['nobody has settled it', of(measure({ resources: 'undecided' })), 'partly', 'noResources'],
    [
      'resources, but no director',
      facts({
        measures: [measure()],
        appointments: [appointment('municipalDirector', null, { until: '2026-11-22' })],
      }),
      'partly',
      'noDirector',
    ],
    ...(['done', 'judged', 'dropped'] as const).map(
      (state) =>
        [`${state} is not counted`, of(measure({ state, resources: 'undecided' })), 'undetermined'] as const,
    ),
  ]);

  it('falls to the director, on the measure itself', () => {
    const { offenders } = directorSupportsAndAllocates.findings(
      of(measure({ resources: 'undecided' })),
      today,
    );
    expect(offenders).toMatchObject([
      {
        register: 'measure',
        recordId: 'measure',
        responsible: 'municipalDirector',
        action: 'measure.allocate',
      },
    ]);
  });
});
