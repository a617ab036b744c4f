import { describe } from 'vitest';
import type { IncidentFact } from '../../registers/incidents/incident.facts.ts';
import { facts, today } from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { deviationsAreDocumented } from './avvikelser-dokumenteras-och-foljs-upp.ts';

function incident(row: Partial<IncidentFact> = {}): IncidentFact {
  return {
    id: 'incident',
    name: 'H 2026-0001',
    state: 'handled',
    unitId: 'unit',
    reportedOn: '2026-11-01',
    hasCause: true,
    followUpOn: null,
    followedUpOn: null,
    closedOn: null,
    ...row,
  };
}

describe('events are documented and followed up', () => {
  const of = (...incidents: IncidentFact[]) => facts({ incidents });
  const old = { reportedOn: '2026-10-23' } as const;
  const closed = { state: 'closed', closedOn: '2026-06-01', reportedOn: '2026-05-01' } as const;
  judgesAs(deviationsAreDocumented, [
    [
      'reported 30 days ago, cause unknown',
      of(incident({ reportedOn: '2026-10-24', hasCause: false })),
      'met',
    ],
    [
      'reported 31 days ago, cause unknown',
      of(incident({ ...old, hasCause: false })),
      'not_met',
      'causeMissing',
    ],
    ['reported 31 days ago, cause known, not closed', of(incident(old)), 'not_met', 'undecided'],
    [
      'opened again: the cause is no longer known',
      of(incident({ ...old, state: 'reopened' })),
      'not_met',
      'causeMissing',
    ],
    ['closed within the year', of(incident(closed)), 'met'],
    ['closed more than a year ago', of(incident({ ...closed, closedOn: '2025-06-01' })), 'undetermined'],
    ['merged with another', of(incident({ ...old, state: 'merged' })), 'undetermined'],
    ['to be followed up today', of(incident({ ...closed, followUpOn: today })), 'met'],
    [
      'to be followed up yesterday',
      of(incident({ ...closed, followUpOn: '2026-11-22' })),
      'not_met',
      'overdue',
    ],
    ['followed up', of(incident({ ...closed, followUpOn: '2026-11-22', followedUpOn: '2026-11-20' })), 'met'],
    [
      'forgotten long ago',
      of(incident({ ...closed, closedOn: '2025-01-01', followUpOn: '2025-03-01' })),
      'not_met',
      'overdue',
    ],
  ]);
});
