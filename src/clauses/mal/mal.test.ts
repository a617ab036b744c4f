import { describe } from 'vitest';
import type {
  ChannelTestFact,
  IncidentFact,
  ReportAttestFact,
} from '../../registers/incidents/incident.facts.ts';
import { facts, today, unit } from '../testing/sample.ts';
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

const tested = (
  testedOn: string,
  outcome: ChannelTestFact['outcome'] = 'open',
  at = '06:00',
): ChannelTestFact => ({
  id: `${testedOn}T${at}`,
  outcome,
  testedOn,
  testedAt: `${testedOn}T${at}:00.000`,
});
const reported = { incidents: [incident('school', '2026-02-01')] };

describe('everyone reports events', () => {
  const isOpen = { channelTests: [tested(today)] };
  judgesAs(everyoneReportsEvents, [
    ['no units', facts({ ...isOpen }), 'undetermined'],
    ['a unit from which nothing is heard', facts({ ...isOpen, units: [school] }), 'partly', 'silent'],
    ['something reported', facts({ ...isOpen, units: [school], ...reported }), 'met'],
    [
      'reported more than a year ago',
      facts({ ...isOpen, units: [school], incidents: [incident('school', '2025-11-23')] }),
      'partly',
      'silent',
    ],
    [
      'reported within the year, to the day',
      facts({ ...isOpen, units: [school], incidents: [incident('school', '2025-11-24')] }),
      'met',
    ],
    [
      'nobody knows where',
      facts({ ...isOpen, units: [school], incidents: [incident(null, '2026-11-01')] }),
      'partly',
      'silent',
    ],
    [
      'attested',
      facts({ ...isOpen, units: [school], reportAttests: [attest('school', '2026-01-15')] }),
      'met',
    ],
    [
      'attested too long ago',
      facts({ ...isOpen, units: [school], reportAttests: [attest('school', '2025-01-15')] }),
      'partly',
      'silent',
    ],
    ['one of two', facts({ ...isOpen, units: [school, care], ...reported }), 'partly', 'silent'],
    [
      'a process has nobody to report',
      facts({ ...isOpen, units: [unit({ id: 'p', kind: 'process' })] }),
      'undetermined',
    ],
    [
      'a unit that has ended',
      facts({ ...isOpen, units: [unit({ id: 'e', until: '2026-01-01' })] }),
      'undetermined',
    ],
    ['nothing heard and nothing tested', facts({ units: [school] }), 'not_met', 'silent', 'neverTested'],
    ['the channel never tested', facts({ units: [school], ...reported }), 'partly', 'neverTested'],
    [
      'tested yesterday',
      facts({ units: [school], ...reported, channelTests: [tested('2026-11-22')] }),
      'met',
    ],
    [
      'tested the day before yesterday',
      facts({ units: [school], ...reported, channelTests: [tested('2026-11-21')] }),
      'partly',
      'testedLongAgo',
    ],
    ...(['pageMissing', 'doorShut', 'notStored'] as const).map(
      (outcome) =>
        [
          `the latest test says ${outcome}`,
          facts({
            units: [school],
            ...reported,
            channelTests: [tested(today, outcome, '07:00'), tested(today)],
          }),
          'partly',
          'channelShut',
        ] as const,
    ),
    [
      'open again after it was shut',
      facts({
        units: [school],
        ...reported,
        channelTests: [tested(today, 'doorShut'), tested(today, 'open', '07:00')],
      }),
      'met',
    ],
  ]);
});
