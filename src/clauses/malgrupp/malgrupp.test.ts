import { describe } from 'vitest';
import type { PersonKind, PersonSourceFact } from '../../people/person.facts.ts';
import { responsibilityFollowsActivity } from '../ansvar/ansvaret-foljer-verksamheten.ts';
import { documentsAreCurrent } from '../styrning/dokumenten-ar-aktuella.ts';
import {
  appointment,
  body,
  document,
  documentVersion,
  entity,
  facts,
  today,
  unit,
} from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { allInformationWhateverItsForm } from './all-information-oavsett-form.ts';
import { policyCoversAllActivity } from './all-verksamhet-och-alla-bolag.ts';
import { allPeopleAreCovered } from './alla-personer-omfattas.ts';

describe('the policy covers all activity', () => {
  const contacts = [appointment('entityContact', 'entity'), appointment('entityContact', 'body')];
  const whole = { entities: [entity()], bodies: [body()], units: [unit()], appointments: contacts };
  judgesAs(policyCoversAllActivity, [
    ['nothing registered', facts({}), 'undetermined'],
    ['units, contact and declaration', facts(whole), 'met'],
    [
      'declared a year ago to the day',
      facts({ ...whole, bodies: [body({ registerCompleteOn: '2025-11-23' })] }),
      'met',
    ],
    [
      'declared longer ago',
      facts({ ...whole, bodies: [body({ registerCompleteOn: '2025-11-22' })] }),
      'partly',
      'lacking',
    ],
    ['no contact', facts({ ...whole, appointments: contacts.slice(0, 1) }), 'partly', 'lacking'],
    ['no units', facts({ ...whole, units: [] }), 'not_met', 'lacking', 'lacking'],
    [
      'a subcommittee is not asked',
      facts({ ...whole, bodies: [body(), body({ id: 's', kind: 'subcommittee' })] }),
      'met',
    ],
    [
      'an ended company is not asked',
      facts({ ...whole, entities: [entity(), entity({ id: 'x', until: '2026-11-22' })] }),
      'met',
    ],
  ]);
});

describe('all people are covered', () => {
  const kinds: readonly PersonKind[] = ['employee', 'elected', 'external'];
  const personCounts = kinds.map((kind) => ({ kind, sourceId: kind, count: 5 }));
  const source = (kind: PersonKind, row: Partial<PersonSourceFact> = {}): PersonSourceFact => {
    const base = { id: kind, kind, name: kind, intervalDays: 7, endedOn: null };
    return { ...base, synchronisedOn: '2026-11-16', ...row };
  };
  const personSources = kinds.map((kind) => source(kind));
  const stale = source('elected', { synchronisedOn: '2026-11-15' });
  judgesAs(allPeopleAreCovered, [
    ['a register nobody has begun', facts({}), 'undetermined'],
    ['all three, all fresh', facts({ personCounts, personSources }), 'met'],
    [
      'one kind missing',
      facts({ personCounts: personCounts.slice(0, 2), personSources }),
      'partly',
      'noPersons',
    ],
    [
      'one without a source',
      facts({ personCounts, personSources: personSources.slice(1) }),
      'partly',
      'noSource',
    ],
    [
      'one stale',
      facts({ personCounts, personSources: [...personSources, { ...stale, id: 'x' }] }),
      'partly',
      'sourceStale',
    ],
    [
      'never synchronised',
      facts({
        personCounts,
        personSources: [...personSources, source('elected', { id: 'x', synchronisedOn: null })],
      }),
      'partly',
      'sourceStale',
    ],
    [
      'an ended source is not asked',
      facts({ personCounts, personSources: [...personSources, { ...stale, id: 'x', endedOn: today }] }),
      'met',
    ],
    ['sources but nobody', facts({ personSources }), 'not_met', 'noPersons', 'noPersons', 'noPersons'],
  ]);
});

describe('all information whatever its form', () => {
  judgesAs(allInformationWhateverItsForm, [
    ['no units', facts({ units: [unit({ kind: 'project' })] }), 'undetermined'],
    ['every carrier answered', facts({ units: [unit()] }), 'met'],
    [
      'one carrier missing',
      facts({ units: [unit({ carriersHeld: ['itSystem'] })] }),
      'not_met',
      'carriersMissing',
    ],
    ['never answered', facts({ units: [unit({ carriersDeclaredOn: null })] }), 'not_met', 'notDeclared'],
    [
      'answered too long ago',
      facts({ units: [unit({ carriersDeclaredOn: '2025-11-22' })] }),
      'not_met',
      'declaredLongAgo',
    ],
    [
      'one of two',
      facts({ units: [unit(), unit({ id: 'b', carriersDeclaredOn: null })] }),
      'partly',
      'notDeclared',
    ],
  ]);
});

describe('responsibility follows the activity', () => {
  judgesAs(responsibilityFollowsActivity, [
    ['no units', facts({}), 'undetermined'],
    ['a unit that has ended', facts({ units: [unit({ until: '2026-11-22' })] }), 'undetermined'],
    ['a manager', facts({ units: [unit()], appointments: [appointment('manager', 'unit')] }), 'met'],
    [
      'a head of department',
      facts({ units: [unit()], appointments: [appointment('departmentHead', 'unit')] }),
      'met',
    ],
    [
      'a manager above is not enough',
      facts({ units: [unit({ parentId: 'b' })], appointments: [appointment('manager', 'b')] }),
      'not_met',
      'noManager',
    ],
    [
      'a project without one',
      facts({
        units: [unit(), unit({ id: 'p', kind: 'project' })],
        appointments: [appointment('manager', 'unit')],
      }),
      'partly',
      'noManager',
    ],
  ]);
});

describe('the documents are up to date', () => {
  const versions = {
    documentVersions: [documentVersion(), documentVersion({ id: 'v2', documentId: 'guideline' })],
  };
  const guideline = (row: Parameters<typeof document>[0]) =>
    document({ id: 'guideline', kind: 'guideline', ...row });
  judgesAs(documentsAreCurrent, [
    ['nothing in force', facts({ documents: [document()] }), 'undetermined'],
    ['review today', facts({ documents: [document({ reviewOn: today })], ...versions }), 'met'],
    [
      'review passed',
      facts({ documents: [document({ reviewOn: '2026-11-22' })], ...versions }),
      'not_met',
      'reviewPassed',
    ],
    [
      'no review day',
      facts({ documents: [document(), guideline({ reviewOn: null })], ...versions }),
      'partly',
      'noReviewDay',
    ],
    [
      'an ended document is not asked',
      facts({ documents: [document(), guideline({ reviewOn: null, endedOn: today })], ...versions }),
      'met',
    ],
  ]);
});
