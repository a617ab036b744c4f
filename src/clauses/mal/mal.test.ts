import { describe } from 'vitest';
import type { IncidentFact, ReportAttestFact } from '../../registers/incidents/incident.facts.ts';
import { facts, unit } from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { everyoneReportsEvents } from './alla-rapporterar-handelser.ts';

const incident = (unitId: string | null, reportedOn: string): IncidentFact => ({
  id: `${unitId}/${reportedOn}`,
  name: 'H 2026-0001',
  state: 'closed',
  unitId,
  reportedOn,
  hasCause: true,
  followUpOn: null,
  followedUpOn: null,
  closedOn: reportedOn,
});
const attest = (unitId: string, attestedOn: string): ReportAttestFact => ({
  id: `${unitId}/${attestedOn}`,
  unitId,
  what: 'nothingHappened',
  attestedOn,
});
const school = unit({ id: 'school' });
const care = unit({ id: 'care' });

describe('everyone reports events', () => {
  judgesAs(everyoneReportsEvents, [
    ['no units', facts({}), 'undetermined'],
    ['a unit from which nothing is heard', facts({ units: [school] }), 'not_met', 'silent'],
    ['something reported', facts({ units: [school], incidents: [incident('school', '2026-02-01')] }), 'met'],
    [
      'reported more than a year ago',
      facts({ units: [school], incidents: [incident('school', '2025-11-23')] }),
      'not_met',
      'silent',
    ],
    [
      'reported within the year, to the day',
      facts({ units: [school], incidents: [incident('school', '2025-11-24')] }),
      'met',
    ],
    [
      'nobody knows where',
      facts({ units: [school], incidents: [incident(null, '2026-11-01')] }),
      'not_met',
      'silent',
    ],
    ['attested', facts({ units: [school], reportAttests: [attest('school', '2026-01-15')] }), 'met'],
    [
      'attested too long ago',
      facts({ units: [school], reportAttests: [attest('school', '2025-01-15')] }),
      'not_met',
      'silent',
    ],
    [
      'one of two',
      facts({ units: [school, care], incidents: [incident('school', '2026-02-01')] }),
      'partly',
      'silent',
    ],
    [
      'a process has nobody to report',
      facts({ units: [unit({ id: 'p', kind: 'process' })] }),
      'undetermined',
    ],
    ['a unit that has ended', facts({ units: [unit({ id: 'e', until: '2026-01-01' })] }), 'undetermined'],
  ]);
});
