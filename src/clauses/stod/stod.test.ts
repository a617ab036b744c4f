import { describe } from 'vitest';
import type { AdviceFact, SupportContactFact } from '../../governance/advice/advice.facts.ts';
import type { Round } from '../../governance/advice/response.ts';
import { appointment, facts } from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { adviceAndSupportExist } from './rad-och-stod-finns.ts';

const round = (askedOn: string, answeredOn: string | null = null, withdrawn = false): Round => ({
  askedOn,
  answeredOn,
  withdrawn,
});
const inTime = round('2026-11-02', '2026-11-04');
const late = round('2026-11-02', '2026-11-05');

let asked = 0;
function question(...rounds: Round[]): AdviceFact {
  asked += 1;
  return { id: `q${asked}`, askedBy: 'anna', askedOf: 'itManager', subject: 'Får jag …?', rounds };
}
function contact(office: SupportContactFact['office'], reachable = true): SupportContactFact {
  return { id: office, office, reachable };
}
const both = [appointment('securityCoordinator'), appointment('itManager')];
const unreachable = [
  appointment('securityCoordinator'),
  appointment('itManager', null, { reachable: false }),
];

describe('advice and support', () => {
  const of = (...advice: AdviceFact[]) => facts({ appointments: both, advice });
  judgesAs(adviceAndSupportExist, [
    ['nothing at all', facts({}), 'not_met', 'vacant', 'vacant'],
    ['both roles held, and nobody has asked', of(), 'undetermined'],
    [
      'a question that waits within the target tells nothing yet',
      of(question(round('2026-11-20'))),
      'undetermined',
    ],
    ['a question withdrawn tells nothing', of(question(round('2026-11-02', null, true))), 'undetermined'],
    ['answered in time', of(question(inTime)), 'met'],
    ['answered the very day', of(question(round('2026-11-02', '2026-11-02'))), 'met'],
    ['answered late', of(question(late)), 'partly', 'late'],
    ['still waiting, too long', of(question(round('2026-11-02'))), 'partly', 'overdue'],
    ['waiting since before the year', of(question(round('2024-11-04'))), 'partly', 'overdue'],
    [
      'answered late, longer ago than a year',
      of(question(round('2025-11-03', '2025-11-28'))),
      'undetermined',
    ],
    ['one in time and one late', of(question(inTime), question(late)), 'partly', 'late'],
    ['two rounds of one question', of(question(inTime, late)), 'partly', 'late'],
    [
      'a role is vacant',
      facts({ appointments: [appointment('itManager')], advice: [question(inTime)] }),
      'partly',
      'vacant',
    ],
    [
      'a role is vacant and nobody has asked',
      facts({ appointments: [appointment('itManager')] }),
      'partly',
      'vacant',
    ],
    [
      'only a deputy stands in',
      facts({
        appointments: [appointment('itManager'), appointment('securityCoordinator', null, { deputy: true })],
      }),
      'partly',
      'vacant',
    ],
    [
      'an appointment that ended yesterday',
      facts({
        appointments: [
          appointment('itManager'),
          appointment('securityCoordinator', null, { until: '2026-11-22' }),
        ],
      }),
      'partly',
      'vacant',
    ],
    [
      'no way to reach the holder',
      facts({ appointments: unreachable, advice: [question(inTime)] }),
      'partly',
      'unreachable',
    ],
    [
      'the office has an address of its own',
      facts({
        appointments: unreachable,
        supportContacts: [contact('itManager')],
        advice: [question(inTime)],
      }),
      'met',
    ],
    [
      'an address emptied is none, nor is the other office’s',
      facts({
        appointments: unreachable,
        supportContacts: [contact('itManager', false), contact('securityCoordinator')],
        advice: [question(inTime)],
      }),
      'partly',
      'unreachable',
    ],
  ]);
  const week = [{ id: 't', validFrom: '2026-11-01', workingDays: 5 }];
  judgesAs(adviceAndSupportExist, [
    [
      'within a longer target',
      facts({ appointments: both, adviceTargets: week, advice: [question(late)] }),
      'met',
    ],
    [
      'a target set after the question was asked',
      facts({
        appointments: both,
        adviceTargets: [{ id: 't', validFrom: '2026-11-03', workingDays: 5 }],
        advice: [question(late)],
      }),
      'partly',
      'late',
    ],
  ]);
});
