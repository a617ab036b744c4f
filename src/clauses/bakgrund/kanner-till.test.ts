import { describe } from 'vitest';
import type { ExternalPartyFact } from '../../governance/acknowledgements/acknowledgement.facts.ts';
import { documentVersion, facts, knowing, person, policy, unit } from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { everyoneKnowsTheirDuty } from '../organisation/alla-kan-sitt-ansvar.ts';
import { appointment, information } from '../testing/sample.ts';
import { externalPartiesKnowThePolicy } from './externa-parter-kanner-till-policyn.ts';
import { policyIsKnownByAll } from './policyn-ar-kand-av-alla.ts';

const asked = { campaigns: [{ id: 'campaign', documentId: 'policy' }] };
const anna = person({ id: 'anna', name: 'Anna Alm' });
const bo = person({ id: 'bo', name: 'Bo Ek', kind: 'elected', unitId: null });
/** The second version of the policy is in force, and the first is of the same demands. */
const covered = {
  ...policy,
  documentVersions: [documentVersion({ number: 2 }), documentVersion({ id: 'first', state: 'superseded' })],
  policyCovers: [{ id: 'version', coveredBy: ['version', 'first'] }],
};

describe('everyone knows the policy', () => {
  judgesAs(policyIsKnownByAll, [
    ['no policy', facts({ people: [anna], ...asked }), 'undetermined'],
    ['nobody works here', facts({ ...policy, ...asked }), 'undetermined'],
    ['nobody has been asked', facts({ ...policy, people: [anna, bo] }), 'not_met', 'nobodyAsked'],
    [
      'asked about another document',
      facts({ ...policy, people: [anna], campaigns: [{ id: 'c', documentId: 'guideline' }] }),
      'not_met',
      'nobodyAsked',
    ],
    ['asked, and nobody has', facts({ ...policy, people: [anna], ...asked }), 'not_met', 'notAcknowledged'],
    [
      'all have',
      facts({ ...policy, people: [anna, bo], acknowledged: [knowing('anna'), knowing('bo')] }),
      'met',
    ],
    [
      'one of two',
      facts({ ...policy, people: [anna, bo], acknowledged: [knowing('anna')] }),
      'partly',
      'notAcknowledged',
    ],
    [
      'an earlier version with other demands',
      facts({ ...policy, people: [anna], acknowledged: [knowing('anna', 'first')] }),
      'not_met',
      'changeNotAcknowledged',
    ],
    [
      'an earlier version with the same demands',
      facts({ ...covered, people: [anna], acknowledged: [knowing('anna', 'first')] }),
      'met',
    ],
    [
      'who has left is not asked',
      facts({ ...policy, people: [anna, { ...bo, until: '2026-11-22' }], acknowledged: [knowing('anna')] }),
      'met',
    ],
    [
      'nor who has not come',
      facts({ ...policy, people: [anna, { ...bo, from: '2026-11-24' }], acknowledged: [knowing('anna')] }),
      'met',
    ],
    [
      'who comes today is',
      facts({ ...policy, people: [{ ...bo, from: '2026-11-23' }], ...asked }),
      'not_met',
      'notAcknowledged',
    ],
  ]);
});

const party = (row: Partial<ExternalPartyFact> = {}): ExternalPartyFact => ({
  id: 'party',
  name: 'Molnbolaget AB',
  unitId: 'unit',
  relevant: true,
  contractor: false,
  obligation: false,
  agreementReviewId: null,
  endedOn: null,
  ...row,
});

describe('external parties know the policy', () => {
  const of = (parties: ExternalPartyFact[], ...known: string[]) =>
    facts({
      ...policy,
      units: [unit()],
      externalParties: parties,
      acknowledged: known.map((id) => knowing(id)),
    });
  judgesAs(externalPartiesKnowThePolicy, [
    ['no policy', facts({ externalParties: [party()] }), 'undetermined'],
    ['none are in the register', of([]), 'undetermined'],
    ['none of them is concerned', of([party({ relevant: false })]), 'undetermined'],
    ['has acknowledged', of([party()], 'party'), 'met'],
    ['has not', of([party()]), 'not_met', 'notAcknowledged'],
    ['one of two', of([party(), party({ id: 'b' })], 'party'), 'partly', 'notAcknowledged'],
    ['ended today', of([party({ endedOn: '2026-11-23' })]), 'undetermined'],
    ['ends tomorrow', of([party({ endedOn: '2026-11-24' })]), 'not_met', 'notAcknowledged'],
    [
      'what is new has not',
      facts({ ...policy, externalParties: [party()], acknowledged: [knowing('party', 'first')] }),
      'not_met',
      'changeNotAcknowledged',
    ],
  ]);
});

describe('everyone knows their responsibility', () => {
  const of = (known: readonly string[], more: object = {}) =>
    facts({
      ...policy,
      people: [anna, bo],
      information: [information()],
      acknowledged: known.map((id) => knowing(id)),
      ...more,
    });
  const owner = { appointments: [appointment('systemOwner', 'system', { personId: 'bo' })] };
  judgesAs(everyoneKnowsTheirDuty, [
    ['no policy', facts({ people: [anna], information: [information()] }), 'undetermined'],
    ['nobody handles information', of([], { information: [] }), 'undetermined'],
    // Whether they know it is not measured yet: the half that is measured holds, and nothing more can be said.
    ['all who handle it have', of(['anna']), 'undetermined'],
    ['nobody has', of([]), 'not_met', 'notAcknowledged'],
    ['an owner belongs to no such unit, and counts', of(['anna'], owner), 'partly', 'notAcknowledged'],
    ['both have', of(['anna', 'bo'], owner), 'undetermined'],
    [
      'what is new has not',
      of([], { acknowledged: [knowing('anna', 'first')] }),
      'not_met',
      'changeNotAcknowledged',
    ],
    [
      'an owner whose office has ended does not count',
      of(['anna'], {
        appointments: [appointment('systemOwner', 'system', { personId: 'bo', until: '2026-11-22' })],
      }),
      'undetermined',
    ],
  ]);
});
