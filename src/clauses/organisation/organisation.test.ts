import { describe, expect, it } from 'vitest';
import { judge } from '../judge.ts';
import {
  appointment,
  body,
  classification,
  defaultOwner,
  entity,
  facts,
  information,
  system,
  today,
  unit,
} from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { allInformationHasOwner } from './all-information-har-informationsagare.ts';
import { ownerDecidesHandling } from './informationsagaren-beslutar-hanteringen.ts';
import { executiveBoardAnswersInTheEnd } from './kommunstyrelsen-har-yttersta-ansvaret.ts';
import { coordinatorLeadsTheWork } from './samordnaren-leder-arbetet.ts';
import { systemsSupportClassification } from './systemen-stoder-klassificeringen.ts';
import { everySystemHasOwner } from './varje-system-har-systemagare.ts';

const left = { until: '2026-11-22' };

describe('the executive board answers in the end', () => {
  const executive = body({ id: 'ks', kind: 'executive', name: 'Kommunstyrelsen' });
  const chair = appointment('chair', 'ks');
  const company = entity({ id: 'company', kind: 'company', name: 'Bostads AB' });
  const board = body({ id: 'board', entityId: 'company', kind: 'board' });
  judgesAs(executiveBoardAnswersInTheEnd, [
    [
      'chaired, all reporting',
      facts({ bodies: [executive, body(), board], entities: [company], appointments: [chair] }),
      'met',
    ],
    ['nothing registered', facts({}), 'not_met', 'noExecutive'],
    ['no chair', facts({ bodies: [executive] }), 'not_met', 'noChair'],
    [
      'the chair has left',
      facts({ bodies: [executive], appointments: [appointment('chair', 'ks', left)] }),
      'not_met',
      'noChair',
    ],
    [
      'a committee that does not report',
      facts({ bodies: [executive, body({ reportsToFollowUp: false })], appointments: [chair] }),
      'partly',
      'notReporting',
    ],
    [
      'a company without a board',
      facts({ bodies: [executive], entities: [company], appointments: [chair] }),
      'partly',
      'noBoard',
    ],
    [
      'a subcommittee answers by its committee',
      facts({
        bodies: [executive, body({ kind: 'subcommittee', reportsToFollowUp: false })],
        appointments: [chair],
      }),
      'met',
    ],
    [
      'an ended committee',
      facts({
        bodies: [executive, body({ reportsToFollowUp: false, until: '2026-11-22' })],
        appointments: [chair],
      }),
      'met',
    ],
  ]);
});

describe('every system has an owner', () => {
  const owner = appointment('systemOwner', 'system');
  judgesAs(everySystemHasOwner, [
    ['no systems', facts({}), 'undetermined'],
    ['owned by decision', facts({ systems: [system()], appointments: [owner] }), 'met'],
    [
      'last day today',
      facts({ systems: [system()], appointments: [appointment('systemOwner', 'system', { until: today })] }),
      'met',
    ],
    [
      'left yesterday',
      facts({ systems: [system()], appointments: [appointment('systemOwner', 'system', left)] }),
      'not_met',
      'noOwner',
    ],
    [
      'begins tomorrow',
      facts({
        systems: [system()],
        appointments: [appointment('systemOwner', 'system', { from: '2026-11-24' })],
      }),
      'not_met',
      'noOwner',
    ],
    [
      'only a deputy',
      facts({ systems: [system()], appointments: [appointment('systemOwner', 'system', { deputy: true })] }),
      'not_met',
      'noOwner',
    ],
    [
      'no decision',
      facts({
        systems: [system()],
        appointments: [appointment('systemOwner', 'system', { decision: null })],
      }),
      'not_met',
      'noDecision',
    ],
    [
      'one of two',
      facts({ systems: [system(), system({ id: 'b' })], appointments: [owner] }),
      'partly',
      'noOwner',
    ],
  ]);
  it('falls to the head of department above, and to the director where there is none', () => {
    const units = [unit({ id: 'department' }), unit({ parentId: 'department' })];
    const head = appointment('departmentHead', 'department', { personId: 'head' });
    const director = appointment('municipalDirector', null, { personId: 'director' });
    const of = (appointments: readonly ReturnType<typeof appointment>[]) =>
      judge(everySystemHasOwner, facts({ systems: [system()], units, appointments }), {
        today,
        threshold: 100,
      }).findings[0];
    expect(of([head, director])).toMatchObject({
      responsible: 'departmentHead',
      responsiblePersonId: 'head',
    });
    expect(of([director])).toMatchObject({
      responsible: 'municipalDirector',
      responsiblePersonId: 'director',
    });
    expect(of([])).toMatchObject({ responsible: 'municipalDirector', responsiblePersonId: null });
  });
});

describe('the coordinator leads the work', () => {
  const holder = appointment('informationSecurityCoordinator');
  const deputy = appointment('informationSecurityCoordinator', null, { deputy: true, personId: 'other' });
  judgesAs(coordinatorLeadsTheWork, [
    ['holder and deputy', facts({ appointments: [holder, deputy] }), 'met'],
    ['holder only', facts({ appointments: [holder] }), 'partly', 'noDeputy'],
    ['deputy only', facts({ appointments: [deputy] }), 'partly', 'noHolder'],
    ['nobody', facts({}), 'not_met', 'noHolder', 'noDeputy'],
  ]);
});

describe('all information has an owner', () => {
  const assets = { information: [information()], units: [unit()] };
  const manager = appointment('manager', 'unit');
  judgesAs(allInformationHasOwner, [
    ['no information', facts({}), 'undetermined'],
    [
      'an owner appointed',
      facts({ ...assets, appointments: [appointment('informationOwner', 'information')] }),
      'met',
    ],
    [
      'only a deputy',
      facts({ ...assets, appointments: [appointment('informationOwner', 'information', { deputy: true })] }),
      'not_met',
      'areaUnknown',
    ],
    [
      'the unit’s manager, by the table',
      facts({ ...assets, defaultOwners: [defaultOwner()], appointments: [manager] }),
      'met',
    ],
    ['no manager to point at', facts({ ...assets, defaultOwners: [defaultOwner()] }), 'not_met', 'noOwner'],
    [
      'the table’s row has ended',
      facts({ ...assets, defaultOwners: [defaultOwner({ endedOn: today })], appointments: [manager] }),
      'not_met',
      'areaUnknown',
    ],
    [
      'an office for the municipality',
      facts({
        ...assets,
        defaultOwners: [defaultOwner({ holder: 'office', office: 'hrManager' })],
        appointments: [appointment('hrManager')],
      }),
      'met',
    ],
    [
      'one of two',
      facts({
        ...assets,
        information: [information(), information({ id: 'b' })],
        appointments: [appointment('informationOwner', 'information')],
      }),
      'partly',
      'areaUnknown',
    ],
  ]);
  it('says when nobody has declared the register complete', () => {
    const declared = { ...assets, entities: [entity()], bodies: [body()] };
    const notes = (given: ReturnType<typeof facts>) =>
      judge(allInformationHasOwner, given, { today, threshold: 100 }).notes;
    expect(notes(facts(declared))).toEqual([]);
    expect(notes(facts({ ...declared, entities: [entity({ registerCompleteOn: '2025-11-22' })] }))).toEqual([
      'populationNotDeclared',
    ]);
    expect(notes(facts({ ...declared, units: [unit({ carriersNone: [] })] }))).toEqual([
      'populationNotDeclared',
    ]);
    expect(notes(facts(assets))).toEqual(['populationNotDeclared']);
  });
});

describe('the owner decides on the handling', () => {
  const decision = (nextReviewOn: string) =>
    information({ handlingDecision: { id: 'd', decidedOn: '2026-01-01', nextReviewOn } });
  judgesAs(ownerDecidesHandling, [
    ['no information', facts({}), 'undetermined'],
    ['to be reviewed today', facts({ information: [decision(today)] }), 'met'],
    ['review passed', facts({ information: [decision('2026-11-22')] }), 'not_met', 'decisionOld'],
    [
      'never decided',
      facts({ information: [information({ handlingDecision: null })] }),
      'not_met',
      'noDecision',
    ],
    [
      'one of two',
      facts({ information: [information(), information({ id: 'b', handlingDecision: null })] }),
      'partly',
      'noDecision',
    ],
  ]);
});

describe('the systems support the classification', () => {
  const tie = { id: 'tie', systemId: 'system', informationId: 'information', endedOn: null };
  const of = (
    one: Parameters<typeof system>[0],
    asset: Parameters<typeof information>[0] = {},
    ended: string | null = null,
  ) =>
    facts({
      systems: [system(one)],
      information: [information(asset)],
      systemInformation: [{ ...tie, endedOn: ended }],
    });
  const levels = { confidentiality: 2, integrity: 2, availability: 2, traceability: null };
  const raised = { confidentiality: null, integrity: null, availability: 3, traceability: null };
  judgesAs(systemsSupportClassification, [
    ['no pairs', facts({ systems: [system()] }), 'undetermined'],
    ['planned systems are not asked', of({ lifecycle: 'planned' }), 'undetermined'],
    ['no longer carried', of({}, {}, today), 'undetermined'],
    ['reaches every aspect', of({}), 'met'],
    ['one aspect too low', of({ proven: { ...levels, confidentiality: 1 } }), 'not_met', 'tooLow'],
    ['nothing proven', of({ proven: { ...levels, confidentiality: null } }), 'not_met', 'notProven'],
    ['traceability is asked only when classed', of({ proven: levels }), 'met'],
    [
      'traceability classed, not proven',
      of({ proven: levels }, { classification: classification({ levels: { ...levels, traceability: 1 } }) }),
      'not_met',
      'notProven',
    ],
    ['the raised class counts', of({ raised }), 'not_met', 'tooLow'],
    ['unclassified', of({}, { classification: null }), 'not_met', 'unclassified'],
    [
      'one pair of two',
      facts({
        systems: [system(), system({ id: 'b', proven: { ...levels, integrity: 0 } })],
        information: [information()],
        systemInformation: [tie, { ...tie, id: 'other', systemId: 'b' }],
      }),
      'partly',
      'tooLow',
    ],
  ]);
});
