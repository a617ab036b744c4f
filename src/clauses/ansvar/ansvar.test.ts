import { describe } from 'vitest';
import type {
  ExternalPartyFact,
  UnitAttestFact,
} from '../../governance/acknowledgements/acknowledgement.facts.ts';
import type { AgreementReviewFact } from '../../governance/agreement-reviews/agreement-review.facts.ts';
import type { PersonFact } from '../../people/person.facts.ts';
import { appointment, facts, knowing, person, policy, unit } from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { managerSeesThatPolicyIsFollowed } from './chef-ser-till-att-policyn-foljs.ts';
import { contractorsAreBound } from './entreprenorer-ar-bundna.ts';

const staff = (count: number): PersonFact[] =>
  Array.from({ length: count }, (_none, at) => person({ id: `p${at}` }));
const attest = (row: Partial<UnitAttestFact> = {}): UnitAttestFact => ({
  id: 'attest-1',
  unitId: 'unit',
  isFollowed: true,
  attestedOn: '2026-05-01',
  ...row,
});

describe('the manager sees that the policy is followed', () => {
  const of = (people: PersonFact[], known: number, attests: UnitAttestFact[], more: object = {}) =>
    facts({
      ...policy,
      units: [unit()],
      people,
      acknowledged: people.slice(0, known).map(({ id }) => knowing(id)),
      unitAttests: attests,
      appointments: [appointment('manager', 'unit')],
      ...more,
    });
  const share = (value: number) => ({ campaignTargets: [{ id: 't', name: 'staffShare' as const, value }] });
  judgesAs(managerSeesThatPolicyIsFollowed, [
    ['no policy', facts({ units: [unit()], people: staff(1) }), 'undetermined'],
    ['nobody works anywhere', of([], 0, [attest()]), 'undetermined'],
    ['attested, and all have acknowledged', of(staff(2), 2, [attest()]), 'met'],
    ['nine of ten are enough', of(staff(10), 9, [attest()]), 'met'],
    ['eight of ten are not', of(staff(10), 8, [attest()]), 'not_met', 'staffBelow'],
    ['unless the municipality says so', of(staff(10), 8, [attest()], share(80)), 'met'],
    ['never attested', of(staff(1), 1, []), 'not_met', 'notAttested'],
    ['attested twelve months ago', of(staff(1), 1, [attest({ attestedOn: '2025-11-23' })]), 'met'],
    ['a day longer', of(staff(1), 1, [attest({ attestedOn: '2025-11-22' })]), 'not_met', 'attestTooOld'],
    ['attested that it is not', of(staff(1), 1, [attest({ isFollowed: false })]), 'not_met', 'notFollowed'],
    [
      'the latest counts',
      of(staff(1), 1, [attest({ isFollowed: false }), attest({ id: 'attest-2', attestedOn: '2026-06-01' })]),
      'met',
    ],
    ['of another unit', of(staff(1), 1, [attest({ unitId: 'x' })]), 'not_met', 'notAttested'],
    [
      'who has left is not counted',
      of([person({ id: 'p0' }), person({ id: 'b', until: '2026-11-22' })], 1, [attest()]),
      'met',
    ],
    [
      'on her last day she is',
      of([person({ id: 'p0' }), person({ id: 'b', until: '2026-11-23' })], 1, [attest()]),
      'not_met',
      'staffBelow',
    ],
    [
      'a unit that has ended is not',
      of(staff(1), 0, [], { units: [unit({ until: '2026-11-22' })] }),
      'undetermined',
    ],
    ['a process is no unit', of(staff(1), 0, [], { units: [unit({ kind: 'process' })] }), 'undetermined'],
    [
      'one unit of two',
      of([...staff(1), person({ id: 'z', unitId: 'other' })], 1, [attest()], {
        units: [unit(), unit({ id: 'other', name: 'Månen' })],
      }),
      'partly',
      'notAttested',
    ],
  ]);
});

const contractor = (row: Partial<ExternalPartyFact> = {}): ExternalPartyFact => ({
  id: 'party',
  name: 'Städbolaget AB',
  unitId: 'unit',
  relevant: true,
  contractor: true,
  obligation: true,
  agreementReviewId: 'agreement',
  endedOn: null,
  ...row,
});
const agreement: AgreementReviewFact = {
  id: 'agreement',
  counterparty: 'Städbolaget AB',
  subject: 'Städning',
  unitId: 'unit',
  endedOn: null,
  outcome: null,
  policyVersionId: null,
  nextReviewOn: null,
  decision: null,
};

describe('contractors are bound by the policy', () => {
  const of = (
    party: Partial<ExternalPartyFact>,
    known: readonly string[],
    people: PersonFact[] = [],
    reviews = [agreement],
  ) =>
    facts({
      ...policy,
      units: [unit()],
      externalParties: [contractor(party)],
      agreementReviews: reviews,
      people,
      acknowledged: known.map((id) => knowing(id)),
      appointments: [appointment('manager', 'unit')],
    });
  const cleaner = person({ id: 'cleaner', kind: 'external', organisation: ' städbolaget ab ' });
  judgesAs(contractorsAreBound, [
    ['no policy', facts({ externalParties: [contractor()] }), 'undetermined'],
    ['no contractors', of({ contractor: false }, []), 'undetermined'],
    ['bound, and has acknowledged', of({}, ['party']), 'met'],
    ['with its staff', of({}, ['party', 'cleaner'], [cleaner]), 'met'],
    ['its staff has not', of({}, ['party'], [cleaner]), 'not_met', 'staffNotAcknowledged'],
    ['staff that has left', of({}, ['party'], [{ ...cleaner, until: '2026-11-22' }]), 'met'],
    ['somebody else’s staff', of({}, ['party'], [{ ...cleaner, organisation: 'Annat AB' }]), 'met'],
    ['no agreement', of({ agreementReviewId: null, obligation: false }, ['party']), 'not_met', 'noAgreement'],
    [
      'an agreement that has ended',
      of({}, ['party'], [], [{ ...agreement, endedOn: '2026-11-23' }]),
      'not_met',
      'agreementEnded',
    ],
    [
      'an agreement that ends tomorrow',
      of({}, ['party'], [], [{ ...agreement, endedOn: '2026-11-24' }]),
      'met',
    ],
    ['not bound', of({ obligation: false }, ['party']), 'not_met', 'notBound'],
    ['has not acknowledged', of({}, []), 'not_met', 'notAcknowledged'],
    ['ended', of({ endedOn: '2026-11-23' }, []), 'undetermined'],
  ]);
});
