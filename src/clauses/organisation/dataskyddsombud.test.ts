import { describe } from 'vitest';
import { appointment, body, defaultOwner, entity, facts, information, unit } from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { dataProtectionOfficerIsAppointed } from './dataskyddsombud-ar-utsett.ts';
import { dataProtectionOfficerIsIndependent } from './dataskyddsombudet-ar-sjalvstandigt.ts';

const left = { until: '2026-11-22' };

describe('a data protection officer is appointed', () => {
  const officer = appointment('dataProtectionOfficer', 'body');
  judgesAs(dataProtectionOfficerIsAppointed, [
    ['no controllers', facts({ entities: [entity()] }), 'undetermined'],
    ['appointed, reported, published', facts({ bodies: [body()], appointments: [officer] }), 'met'],
    ['nobody', facts({ bodies: [body()] }), 'not_met', 'lacking'],
    [
      'not reported',
      facts({ bodies: [body({ officerReportedOn: null })], appointments: [officer] }),
      'not_met',
      'lacking',
    ],
    [
      'to be published tomorrow',
      facts({ bodies: [body({ officerPublishedOn: '2026-11-24' })], appointments: [officer] }),
      'not_met',
      'lacking',
    ],
    [
      'one of two',
      facts({ bodies: [body()], entities: [entity({ controller: true })], appointments: [officer] }),
      'partly',
      'lacking',
    ],
  ]);
});

describe('the data protection officer is independent', () => {
  const officer = appointment('dataProtectionOfficer', 'body', { personId: 'dpo' });
  const also = (...args: Parameters<typeof appointment>) =>
    appointment(args[0], args[1], { personId: 'dpo', ...args[2] });
  const personal = information({ personalData: 'ordinary' });
  const of = (...others: ReturnType<typeof appointment>[]) =>
    facts({
      appointments: [officer, ...others],
      information: [personal],
      units: [unit({ id: 'department' }), unit({ parentId: 'department' })],
      defaultOwners: [defaultOwner()],
    });
  judgesAs(dataProtectionOfficerIsIndependent, [
    ['no officer', facts({}), 'undetermined'],
    ['nothing else', of(), 'met'],
    ['owns a system', of(also('systemOwner', 'system')), 'not_met', 'conflict'],
    ['owned a system until yesterday', of(also('systemOwner', 'system', left)), 'met'],
    ['deputises for an owner', of(also('systemOwner', 'system', { deputy: true })), 'met'],
    [
      'leads a department that holds personal data',
      of(also('departmentHead', 'department')),
      'not_met',
      'conflict',
    ],
    [
      'leads a unit that holds none',
      facts({
        appointments: [officer, also('manager', 'elsewhere')],
        information: [personal],
        units: [unit()],
      }),
      'met',
    ],
    [
      'owns information by the table',
      facts({
        appointments: [officer, also('itManager')],
        information: [information()],
        defaultOwners: [defaultOwner({ holder: 'office', office: 'itManager' })],
      }),
      'not_met',
      'conflict',
    ],
    [
      'one of two officers',
      facts({
        appointments: [
          officer,
          appointment('dataProtectionOfficer', 'b', { personId: 'c' }),
          also('hrManager'),
        ],
      }),
      'partly',
      'conflict',
    ],
  ]);
});
