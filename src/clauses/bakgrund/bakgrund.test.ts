import { describe } from 'vitest';
import type { AgreementReviewFact } from '../../governance/agreement-reviews/agreement-review.facts.ts';
import type {
  DemandAttestFact,
  PublicationPlaceFact,
  SentenceFact,
} from '../../governance/documents/document.facts.ts';
import { checkOutcomes, contraryOutcomes } from '../../governance/publication/place-check.ts';
import { document, documentVersion, facts } from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { agreementsDoNotOverridePolicy } from './avtal-asidosatter-inte-policyn.ts';
import { councilAdoptsPolicy } from './fullmaktige-faststaller-policyn.ts';
import { policyIsOnIntranet } from './policyn-finns-pa-intranatet.ts';
import { policyIsOnWebsite } from './policyn-finns-pa-webbplatsen.ts';
import { everyDemandIsFollowed } from './varje-krav-foljs-upp.ts';

const documents = [document()];
const documentVersions = [documentVersion()];
const policy = { documents, documentVersions };

describe('the council adopts the policy', () => {
  const of = (row: Parameters<typeof documentVersion>[0]) =>
    facts({ documents, documentVersions: [documentVersion(row)] });
  judgesAs(councilAdoptsPolicy, [
    ['adopted, adjusted, in force', facts(policy), 'met'],
    ['nothing at all', facts({}), 'not_met', 'noPolicy'],
    ['decided but not begun', of({ inForceFrom: '2026-11-24' }), 'not_met', 'noPolicy'],
    ['superseded', of({ state: 'superseded' }), 'not_met', 'noPolicy'],
    [
      'ended document',
      facts({ documents: [document({ endedOn: '2026-11-23' })], documentVersions }),
      'not_met',
      'noPolicy',
    ],
    [
      'a guideline is no policy',
      facts({ documents: [document({ kind: 'guideline' })], documentVersions }),
      'not_met',
      'noPolicy',
    ],
    ['by the executive board', of({ decidedBy: 'executive' }), 'not_met', 'notCouncil'],
    ['without its reference', of({ decision: null }), 'not_met', 'noDecision'],
    ['not adjusted yet', of({ adjustedOn: '2026-11-24' }), 'not_met', 'notAdjusted'],
    ['legal force still to come', of({ legalForceOn: null }), 'met'],
  ]);
});

function sentence(row: Partial<SentenceFact> = {}): SentenceFact {
  const base = {
    id: 'sentence',
    documentVersionId: 'version',
    number: 1,
    heading: 'Roller',
    demand: 'ska' as const,
  };
  const followed = {
    clauses: ['P28'],
    setAside: false,
    attested: false,
    responsibleOffice: null,
    isProposed: false,
  };
  return { ...base, ...followed, hash: 'hash', ...row };
}

describe('every demand is followed up', () => {
  const of = (...sentences: SentenceFact[]) => facts({ ...policy, sentences });
  const attested = (attestedOn: string | null, row: Partial<DemandAttestFact> = {}) =>
    facts({
      ...policy,
      sentences: [sentence({ clauses: [], attested: true, responsibleOffice: 'itManager' })],
      demandAttests:
        attestedOn === null
          ? []
          : [{ id: 'a', documentId: 'policy', sentenceHash: 'hash', isMet: true, attestedOn, ...row }],
    });
  judgesAs(everyDemandIsFollowed, [
    ['no policy', facts({}), 'undetermined'],
    ['a policy without demands', of(), 'undetermined'],
    ['tied to a clause that is followed', of(sentence()), 'met'],
    ['only proposed', of(sentence({ clauses: [], isProposed: true })), 'not_met', 'notConfirmed'],
    ['attested this year', attested('2026-05-01'), 'met'],
    ['attested as not met: it is followed up all the same', attested('2026-05-01', { isMet: false }), 'met'],
    ['to be attested, but nobody has', attested(null), 'not_met', 'notAttested'],
    ['attested too long ago', attested('2025-11-22'), 'not_met', 'attestTooOld'],
    ['attested exactly twelve months ago', attested('2025-11-23'), 'met'],
    ['attested of other words', attested('2026-05-01', { sentenceHash: 'x' }), 'not_met', 'notAttested'],
    ['attested of another document', attested('2026-05-01', { documentId: 'x' }), 'not_met', 'notAttested'],
    ['put aside with a reason', of(sentence({ clauses: [], setAside: true })), 'met'],
    [
      'a recommendation is not counted',
      of(sentence(), sentence({ id: 'b', demand: 'bor', clauses: [] })),
      'met',
    ],
    [
      'another version is not counted',
      of(sentence({ documentVersionId: 'draft', clauses: [] })),
      'undetermined',
    ],
    ['one tied, one not', of(sentence(), sentence({ id: 'b', clauses: [] })), 'partly', 'notTied'],
    ['tied only to what awaits its register', of(sentence({ clauses: ['P48'] })), 'not_met', 'notFollowed'],
    ['one of two clauses is followed', of(sentence({ clauses: ['P48', 'P28'] })), 'met'],
  ]);
});

function place(row: Partial<PublicationPlaceFact> = {}): PublicationPlaceFact {
  const base = {
    id: 'place',
    kind: 'website' as const,
    name: 'Policysidan',
    attestedOn: null,
    endedOn: null,
  };
  return { ...base, checkedOn: '2026-11-22', outcome: 'same', seenHash: 'hash-of-policy', ...row };
}

describe('the policy is published', () => {
  const of = (...publicationPlaces: PublicationPlaceFact[]) => facts({ ...policy, publicationPlaces });
  judgesAs(policyIsOnWebsite, [
    ['no policy to show', facts({ publicationPlaces: [place()] }), 'undetermined'],
    ['shown, seen yesterday', of(place()), 'met'],
    ['no place', of(), 'not_met', 'noPlace'],
    ['an ended place is none', of(place({ endedOn: '2026-11-23' })), 'not_met', 'noPlace'],
    ['an intranet is no website', of(place({ kind: 'intranet' })), 'not_met', 'noPlace'],
    ['seen two days ago', of(place({ checkedOn: '2026-11-21' })), 'not_met', 'notChecked'],
    ['never seen', of(place({ checkedOn: null, seenHash: null })), 'not_met', 'notChecked'],
    ['embedded, seen yesterday', of(place({ outcome: 'embedded' })), 'met'],
    ['seen by a release that did not say what it found', of(place({ outcome: null })), 'met'],
    [
      'the same, and it found nothing',
      of(place({ outcome: null, seenHash: null })),
      'not_met',
      'textMissing',
    ],
    ['what was in force when it was seen', of(place({ seenHash: 'old' })), 'not_met', 'otherVersion'],
    [
      'embedded what was in force then',
      of(place({ outcome: 'embedded', seenHash: 'old' })),
      'not_met',
      'otherVersion',
    ],
    ['seen tomorrow by a clock that goes ahead', of(place({ checkedOn: '2026-11-24' })), 'met'],
    [
      'a person’s word is not enough',
      of(place({ seenHash: 'old', attestedOn: '2026-11-23' })),
      'not_met',
      'otherVersion',
    ],
    ['one of two', of(place(), place({ id: 'b', seenHash: 'old' })), 'partly', 'otherVersion'],
  ]);
  const intranet = (row: Partial<PublicationPlaceFact>) =>
    of(place({ kind: 'intranet', checkedOn: null, outcome: null, seenHash: null, ...row }));
  describe.each(checkOutcomes.filter((outcome) => outcome !== 'same' && outcome !== 'embedded'))(
    '%s',
    (outcome) => {
      const seen = { outcome, seenHash: outcome === 'otherVersion' ? 'old' : null };
      judgesAs(policyIsOnWebsite, [
        [`${outcome} today`, of(place({ ...seen, checkedOn: '2026-11-23' })), 'not_met', outcome],
        [`${outcome} two days ago`, of(place({ ...seen, checkedOn: '2026-11-21' })), 'not_met', 'notChecked'],
      ]);
      const isContrary = contraryOutcomes.has(outcome);
      const word = (attestedOn: string) => intranet({ ...seen, checkedOn: '2026-11-22', attestedOn });
      judgesAs(policyIsOnIntranet, [
        [`${outcome} without a word`, intranet({ ...seen, checkedOn: '2026-11-23' }), 'not_met', outcome],
        [`${outcome} and a word from the same day`, word('2026-11-22'), 'met'],
        isContrary
          ? [`${outcome} after the word`, word('2026-11-21'), 'not_met', outcome]
          : [`${outcome} after the word`, word('2026-11-21'), 'met'],
      ]);
    },
  );
  judgesAs(policyIsOnIntranet, [
    ['no policy to show', facts({}), 'undetermined'],
    ['checked', intranet({ checkedOn: '2026-11-23', seenHash: 'hash-of-policy' }), 'met'],
    ['attested the first day', intranet({ attestedOn: '2026-07-01' }), 'met'],
    ['attested before this version began', intranet({ attestedOn: '2026-06-30' }), 'not_met', 'notChecked'],
    ['attested in the future', intranet({ attestedOn: '2026-11-24' }), 'not_met', 'notChecked'],
    ['no place', of(place()), 'not_met', 'noPlace'],
    ['shows another', intranet({ checkedOn: '2026-11-23', seenHash: 'old' }), 'not_met', 'otherVersion'],
    [
      'one of two',
      of(place({ kind: 'intranet' }), place({ id: 'b', kind: 'intranet', seenHash: 'old' })),
      'partly',
      'otherVersion',
    ],
  ]);
  const old = facts({
    documents,
    documentVersions: [documentVersion({ inForceFrom: '2024-01-01' })],
    publicationPlaces: [place({ kind: 'intranet', checkedOn: null, attestedOn: '2025-11-22' })],
  });
  judgesAs(policyIsOnIntranet, [['attested more than a year ago', old, 'not_met', 'notChecked']]);
});

function agreement(row: Partial<AgreementReviewFact> = {}): AgreementReviewFact {
  return {
    id: 'agreement',
    counterparty: 'Leverantören AB',
    subject: 'Drift av växeln',
    unitId: 'unit',
    endedOn: null,
    outcome: 'noConflict',
    policyVersionId: 'version',
    nextReviewOn: '2027-06-01',
    decision: null,
    ...row,
  };
}

describe('agreements do not override the policy', () => {
  const of = (...agreementReviews: AgreementReviewFact[]) => facts({ ...policy, agreementReviews });
  judgesAs(agreementsDoNotOverridePolicy, [
    ['no policy', facts({ agreementReviews: [agreement()] }), 'undetermined'],
    ['no agreement', of(), 'undetermined'],
    ['reviewed, no conflict', of(agreement()), 'met'],
    ['its day for review is today', of(agreement({ nextReviewOn: '2026-11-23' })), 'met'],
    [
      'its day for review was yesterday',
      of(agreement({ nextReviewOn: '2026-11-22' })),
      'not_met',
      'reviewDue',
    ],
    [
      'an ended agreement is not counted',
      of(agreement({ endedOn: '2026-11-23', outcome: null })),
      'undetermined',
    ],
    [
      'never reviewed',
      of(agreement({ outcome: null, policyVersionId: null, nextReviewOn: null })),
      'not_met',
      'notReviewed',
    ],
    ['against an earlier version', of(agreement({ policyVersionId: 'earlier' })), 'not_met', 'outOfDate'],
    ['to be examined', of(agreement({ outcome: 'toExamine' })), 'not_met', 'toExamine'],
    ['a conflict', of(agreement({ outcome: 'conflict' })), 'not_met', 'conflictUndecided'],
    [
      'a conflict that somebody has decided about is still one',
      of(agreement({ outcome: 'conflict', decision: 'requestException' })),
      'not_met',
      'conflictRemains',
    ],
    [
      'a conflict with an earlier version is still one',
      of(agreement({ outcome: 'conflict', policyVersionId: 'earlier' })),
      'not_met',
      'conflictUndecided',
    ],
    ['one of two', of(agreement(), agreement({ id: 'b', outcome: 'toExamine' })), 'partly', 'toExamine'],
  ]);
});
