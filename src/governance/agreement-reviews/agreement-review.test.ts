import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../kernel/action.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { employee } from '../../testing/actors.ts';
import {
  type Agreement,
  describeAgreement,
  endAgreement,
  registerAgreement,
  reviewAgreement,
  type ReviewInput,
} from './agreement-review.ts';

const person = newId<'Person'>();
const circumstances: Circumstances = {
  actor: employee(person),
  now: new Date('2026-11-23T10:00:00Z'),
  today: '2026-11-23',
  newId,
  confirmed: new Set(),
};
const input = {
  counterparty: 'Leverantören AB',
  subject: 'Växel',
  reference: 'KS 2026/12',
  unitId: newId<'Unit'>(),
};
const before: Agreement = { ...input, id: newId(), version: 3, endedOn: null, review: null };
const policy = { policyVersionId: newId(), isDemand: true };
const clean: ReviewInput = {
  outcome: 'noConflict',
  nextReviewOn: '2027-11-23',
  conflict: '',
  sentenceId: null,
  decision: null,
  decider: null,
  decidedOn: null,
};
const conflicting: ReviewInput = {
  ...clean,
  outcome: 'conflict',
  conflict: 'Leverantören får lagra utanför EU.',
  sentenceId: newId<'Sentence'>(),
};
const decided: ReviewInput = {
  ...conflicting,
  decision: 'changeAgreement',
  decider: 'Systemägaren',
  decidedOn: '2026-11-23',
};

describe('a review', () => {
  it.each<[string, Partial<typeof policy> | null, ReviewInput, string | null]>([
    ['without conflict', null, clean, null],
    ['with a conflict', null, conflicting, null],
    ['with a conflict decided about', null, decided, null],
    [
      'to be examined, with what looks doubtful',
      null,
      { ...clean, outcome: 'toExamine', conflict: 'Oklart.' },
      null,
    ],
    ['where no policy is in force', { policyVersionId: null as never }, clean, 'noPolicy'],
    ['a conflict without words', null, { ...conflicting, conflict: '  ' }, 'conflictMissing'],
    ['a conflict with no demand', null, { ...conflicting, sentenceId: null }, 'demandMissing'],
    ['a demand of another text', { isDemand: false }, conflicting, 'demandUnknown'],
    ['words of conflict where there is none', null, { ...clean, conflict: 'Ändå.' }, 'conflictNotAsked'],
    [
      'a demand where there is no conflict',
      null,
      { ...clean, sentenceId: newId<'Sentence'>() },
      'conflictNotAsked',
    ],
    [
      'a decision where there is no conflict',
      null,
      { ...decided, ...clean, decision: 'endAgreement' },
      'conflictNotAsked',
    ],
    ['a decision without who', null, { ...decided, decider: null }, 'decisionIncomplete'],
    ['a decision without day', null, { ...decided, decidedOn: null }, 'decisionIncomplete'],
    ['a day without decision', null, { ...conflicting, decidedOn: '2026-11-01' }, 'decisionIncomplete'],
    ['a decision of tomorrow', null, { ...decided, decidedOn: '2026-11-24' }, 'decisionInFuture'],
    ['next review today', null, { ...clean, nextReviewOn: '2026-11-23' }, 'reviewNotAhead'],
  ])('%s', (_name, around, review, code) => {
    const result = reviewAgreement(before, review, { ...policy, ...around }, circumstances);
    expect(isRefusal(result) ? result.code : null).toBe(code);
  });

  it('tells every field that changed, and what from', () => {
    const first = reviewAgreement(before, decided, policy, circumstances);
    if (isRefusal(first)) throw new Error(first.code);
    expect(first.next).toMatchObject({
      version: 4,
      review: { reviewedBy: person, reviewedOn: '2026-11-23' },
    });
    const told = first.event.changes?.map((one) => one.field);
    expect(told).toEqual([
      'outcome',
      'policyVersionId',
      'reviewedOn',
      'reviewedBy',
      'nextReviewOn',
      'conflict',
      'sentenceId',
      'decision',
      'decider',
      'decidedOn',
    ]);
    const again = reviewAgreement(first.next, clean, policy, circumstances);
    if (isRefusal(again)) throw new Error(again.code);
    expect(again.event.changes).toContainEqual({ field: 'outcome', from: 'conflict', to: 'noConflict' });
  });
});

describe('an agreement', () => {
  it('is entered for a unit that stands', () => {
    expect(registerAgreement(input, { unitStands: false }, circumstances)).toMatchObject({
      code: 'unitUnknown',
    });
    expect(registerAgreement(input, { unitStands: true }, circumstances)).toMatchObject({
      next: { version: 1 },
    });
  });

  it('is described anew only where something changes', () => {
    const stands = { unitStands: true };
    expect(describeAgreement(before, input, stands)).toMatchObject({ code: 'nothingChanged' });
    expect(describeAgreement(before, input, { unitStands: false })).toMatchObject({ code: 'unitUnknown' });
    const described = describeAgreement(before, { ...input, reference: 'KS 2026/13' }, stands);
    expect(described).toMatchObject({ event: { changes: [{ field: 'reference' }] } });
  });

  it('that has ended takes no step more', () => {
    const ended = endAgreement(before, 'Uppsagt', circumstances);
    if (isRefusal(ended)) throw new Error(ended.code);
    expect(ended.event).toMatchObject({ reason: 'Uppsagt', changes: [{ field: 'endedOn' }] });
    const changed = { ...input, reference: 'x' };
    expect(endAgreement(ended.next, 'igen', circumstances)).toMatchObject({ code: 'ended' });
    expect(describeAgreement(ended.next, changed, { unitStands: true })).toMatchObject({ code: 'ended' });
    expect(reviewAgreement(ended.next, clean, policy, circumstances)).toMatchObject({ code: 'ended' });
  });
});
