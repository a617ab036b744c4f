import { describe, expect, it } from 'vitest';
import type {
  DocumentFact,
  DocumentParentFact,
  SentenceFact,
} from '../../governance/documents/document.facts.ts';
import { appointment, document, documentVersion, facts, today } from '../testing/sample.ts';
import { judgesAs } from '../testing/table.ts';
import { documentsAreCurrent } from './dokumenten-ar-aktuella.ts';
import { documentsHangTogether } from './dokumenten-hanger-ihop.ts';

const guideline = (row: Partial<DocumentFact> = {}) =>
  document({ id: 'guideline', kind: 'guideline', title: 'Riktlinje', ...row });
const instruction = (row: Partial<DocumentFact> = {}) =>
  document({
    id: 'instruction',
    kind: 'instruction',
    title: 'Instruktion',
    scope: 'unit',
    unitId: 'unit',
    ...row,
  });
const versions = ['policy', 'guideline', 'instruction', 'other'].map((id) =>
  documentVersion({ id: `v-${id}`, documentId: id }),
);
const demand: SentenceFact = {
  id: 's',
  documentVersionId: 'v-policy',
  number: 1,
  heading: '',
  demand: 'ska',
  clauses: [],
  setAside: false,
  hash: 'words',
  attested: false,
  responsibleOffice: null,
  isProposed: false,
};
const tie = (row: Partial<DocumentParentFact> = {}): DocumentParentFact => ({
  id: `${row.documentId ?? 'guideline'}-${row.parentDocumentId ?? row.clause ?? 'policy'}`,
  documentId: 'guideline',
  parentDocumentId: 'policy',
  sentenceHash: 'words',
  clause: null,
  endedOn: null,
  ...row,
});
const of = (documents: DocumentFact[], ties: DocumentParentFact[], more: object = {}) =>
  facts({
    documents: [document(), ...documents],
    documentVersions: versions,
    documentParents: ties,
    sentences: [demand],
    ...more,
  });

describe('the documents hang together', () => {
  const below = tie({ documentId: 'instruction', parentDocumentId: 'guideline', sentenceHash: null });
  judgesAs(documentsHangTogether, [
    ['only a policy', of([], []), 'undetermined'],
    ['a guideline tied to a demand of the policy', of([guideline()], [tie()]), 'met'],
    ['a guideline tied to the policy as a whole', of([guideline()], [tie({ sentenceHash: null })]), 'met'],
    [
      'a guideline tied to a clause',
      of([guideline()], [tie({ clause: 'P40', parentDocumentId: null, sentenceHash: null })]),
      'met',
    ],
    ['a guideline tied to nothing', of([guideline()], []), 'not_met', 'untied'],
    ['a tie that has ended', of([guideline()], [tie({ endedOn: '2026-11-01' })]), 'not_met', 'untied'],
    [
      'a demand that the policy no longer makes',
      of([guideline()], [tie({ sentenceHash: 'gone' })]),
      'not_met',
      'tieGone',
    ],
    [
      'a policy that is not in force',
      of([guideline()], [tie()], {
        documentVersions: [documentVersion({ id: 'v-guideline', documentId: 'guideline' })],
      }),
      'not_met',
      'tieGone',
    ],
    [
      'a guideline that springs only from another guideline',
      of(
        [guideline(), document({ id: 'other', kind: 'guideline' })],
        [tie({ parentDocumentId: 'other', sentenceHash: null })],
      ),
      'not_met',
      'tieGone',
      'untied',
    ],
    ['a chain of three', of([guideline(), instruction()], [tie(), below]), 'met'],
    ['an instruction that is an orphan', of([guideline(), instruction()], [tie()]), 'partly', 'untied'],
    [
      'an instruction for everything',
      of([guideline(), instruction({ scope: 'organisation', unitId: null })], [tie(), below]),
      'partly',
      'noScope',
    ],
    [
      'a guideline in draft is not counted',
      of([guideline()], [], { documentVersions: [documentVersion()] }),
      'undetermined',
    ],
    [
      'a guideline that has ended is not counted',
      of([guideline({ endedOn: '2026-11-01' })], []),
      'undetermined',
    ],
    ['a routine is not counted', of([guideline({ kind: 'routine' })], []), 'undetermined'],
  ]);

  it('is the duty of whoever keeps the document, for its own unit', () => {
    const manager = appointment('manager', 'unit', { personId: 'her' });
    const known = of([instruction({ keeperOffice: 'manager' })], [], { appointments: [manager] });
    expect(documentsHangTogether.findings(known, today).offenders).toMatchObject([
      { responsible: 'manager', responsiblePersonId: 'her', unitId: 'unit', action: 'document.tieParent' },
    ]);
  });
});

describe('the documents are up to date', () => {
  const reviewed = (reviewOn: string | null, row: Partial<DocumentFact> = {}) =>
    of([guideline({ reviewOn, ...row })], []);
  judgesAs(documentsAreCurrent, [
    ['nothing in force', facts({}), 'undetermined'],
    ['the policy alone', of([], []), 'met'],
    ['a guideline reviewed today', reviewed(today), 'met'],
    [
      'a guideline that should have been reviewed yesterday',
      reviewed('2026-11-22'),
      'partly',
      'reviewPassed',
    ],
    ['a guideline without a day', reviewed(null), 'partly', 'noReviewDay'],
    ['a guideline that has ended', reviewed('2026-11-22', { endedOn: today }), 'met'],
    [
      'a version that has not begun',
      of([], [], { documentVersions: [documentVersion({ inForceFrom: '2026-11-24' })] }),
      'undetermined',
    ],
  ]);
});
