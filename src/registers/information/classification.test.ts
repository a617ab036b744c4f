import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../kernel/action.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { system as actor } from '../../testing/actors.ts';
import {
  classificationModel,
  classifyInformation,
  type ClassifyGround,
  type ClassifyInput,
} from './classification.ts';
import { criteria } from './criteria.ts';
import { decideHandling, declareHandling, type HandlingInput, withdrawHandling } from './handling.ts';
import type { Information } from './information.ts';
import { aspects } from './vocabulary.ts';

const now = new Date('2026-11-23T10:00:00Z');
const circumstances: Circumstances = { actor, now, today: '2026-11-23', newId, confirmed: new Set() };
const information: Information = {
  id: newId<'Information'>(),
  version: 2,
  state: 'active',
  name: 'Elevakter',
  description: '',
  unitId: newId<'Unit'>(),
  area: 'skola',
  carriers: ['itSystem', 'paper'],
  personalData: 'ordinary',
  personalDataKinds: [],
  secrecyProvisions: [],
  classificationId: null,
  handlingDecisionId: null,
};
const owner = { personId: newId<'Person'>(), name: 'Maria Lind', by: 'appointment' } as const;
const ground: ClassifyGround = { information, owner, before: null };
const input: ClassifyInput = {
  levels: { confidentiality: 3, integrity: 2, availability: 1, traceability: 2 },
  reasons: {
    confidentiality: 'Hälsa',
    integrity: 'Betyg',
    availability: 'Varje dag',
    traceability: 'Snokande',
  },
  participants: ['Rektor'],
  decidedOn: '2026-11-20',
  nextReviewOn: null,
};
const codeOf = (result: unknown) =>
  isRefusal(result) ? `${result.code} ${result.field ?? ''}`.trim() : 'yes';

describe('classifying', () => {
  const none = { ...information, personalData: 'none' as const };
  const unasked = {
    levels: { ...input.levels, traceability: null },
    reasons: { ...input.reasons, traceability: null },
  };
  it.each<[string, Partial<ClassifyGround>, Partial<ClassifyInput>, string]>([
    ['as it should be', {}, {}, 'yes'],
    ['a draft', { information: { ...information, state: 'draft' } }, {}, 'yes'],
    ['what has ended', { information: { ...information, state: 'ended' } }, {}, 'ended'],
    ['without an owner', { owner: null }, {}, 'ownerMissing'],
    ['personal data without traceability', {}, unasked, 'traceabilityMissing levels.traceability'],
    [
      'traceability without its reason',
      {},
      { reasons: { ...input.reasons, traceability: null } },
      'traceabilityMissing levels.traceability',
    ],
    [
      'traceability that nobody asked for',
      { information: none },
      {},
      'traceabilityNotAsked levels.traceability',
    ],
    ['no personal data', { information: none }, unasked, 'yes'],
    ['tomorrow', {}, { decidedOn: '2026-11-24' }, 'decidedInFuture decidedOn'],
    ['a review on the day itself', {}, { nextReviewOn: '2026-11-20' }, 'reviewOutOfRange nextReviewOn'],
    ['a review in three years', {}, { nextReviewOn: '2029-11-20' }, 'yes'],
    [
      'a review in three years and a day',
      {},
      { nextReviewOn: '2029-11-21' },
      'reviewOutOfRange nextReviewOn',
    ],
  ])('%s', (_name, circumstance, changed, expected) => {
    const result = classifyInformation(
      { ...ground, ...circumstance },
      { ...input, ...changed },
      circumstances,
    );
    expect(codeOf(result)).toBe(expected);
  });

  it.each(aspects)('stops at level 4 in %s before anything else is looked at', (aspect) => {
    const levels = { ...input.levels, [aspect]: 4 };
    const nothing = { information: { ...information, state: 'ended' as const }, owner: null, before: null };
    const refused = classifyInformation(nothing, { ...input, levels }, circumstances);
    // Nothing of what was typed may travel back with the refusal.
    expect(refused).toEqual({ refused: true, code: 'levelFourStopped' });
  });

  it('stores the names of the levels and the model beside the digits, the owner as decider, and a review in a year', () => {
    const result = classifyInformation(ground, input, circumstances);
    expect(result).toMatchObject({
      next: {
        levelNames: {
          confidentiality: 'Allvarlig',
          integrity: 'Betydande',
          availability: 'Måttlig',
          traceability: 'Betydande',
        },
        modelName: classificationModel.name,
        modelVersion: classificationModel.version,
        decidedBy: owner.personId,
        nextReviewOn: '2027-11-20',
      },
      event: { record: information.id },
    });
  });
});

describe('the criteria', () => {
  it('say for each aspect and level what it means, with an example, in both languages', () => {
    for (const words of [criteria.sv, criteria.en]) {
      for (const aspect of aspects) {
        expect(words[aspect].question).toMatch(/\?$/);
        const levels = Object.values(words[aspect].levels);
        expect(levels).toHaveLength(4);
        for (const level of levels)
          for (const text of [level.text, level.example]) expect(text).toMatch(/\.$/);
      }
    }
  });
});

describe('declaring and withdrawing a way of handling', () => {
  const way: HandlingInput = {
    activity: 'print',
    carrier: 'paper',
    place: 'Arkivet',
    systemId: null,
    conditionsMet: true,
  };
  it.each<[string, Partial<Information>, Partial<HandlingInput>, boolean, string]>([
    ['as it should be', {}, {}, true, 'yes'],
    ['of what has ended', { state: 'ended' }, {}, true, 'ended'],
    ['in a form the activity has not', {}, { carrier: 'telephone' }, true, 'carrierNotForActivity carrier'],
    ['in a system that is not there', {}, { systemId: newId<'System'>() }, false, 'systemUnknown systemId'],
  ])('%s', (_name, changed, given, stands, expected) => {
    const result = declareHandling(
      { ...information, ...changed },
      { ...way, ...given },
      stands,
      circumstances,
    );
    expect(codeOf(result)).toBe(expected);
  });

  it('ends it today, once', () => {
    const declared = declareHandling(information, way, true, circumstances);
    if (isRefusal(declared)) throw new Error(declared.code);
    const ended = withdrawHandling(declared.next, 'Görs inte', circumstances);
    if (isRefusal(ended)) throw new Error(ended.code);
    expect(ended).toMatchObject({
      next: { endedOn: '2026-11-23', version: 2 },
      event: { reason: 'Görs inte', touched: [`handling:${declared.next.id}`] },
    });
    expect(codeOf(withdrawHandling(ended.next, 'Igen', circumstances))).toBe('alreadyWithdrawn');
  });
});

describe("the owner's decision on handling", () => {
  const decision = {
    carriers: ['paper' as const],
    activities: ['print' as const],
    groups: ['Rektorer'],
    decidedOn: '2026-11-20',
    nextReviewOn: null,
  };
  it.each<[string, Partial<Information>, typeof owner | null, object, string]>([
    ['as it should be', {}, owner, {}, 'yes'],
    ['of what has ended', { state: 'ended' }, owner, {}, 'ended'],
    ['without an owner', {}, null, {}, 'ownerMissing'],
    ['that permits no form', {}, owner, { carriers: [] }, 'nothingPermitted activities'],
    ['that permits no handling', {}, owner, { activities: [] }, 'nothingPermitted activities'],
    ['tomorrow', {}, owner, { decidedOn: '2026-11-24' }, 'decidedInFuture decidedOn'],
    ['with its review before it', {}, owner, { nextReviewOn: '2026-11-19' }, 'reviewOutOfRange nextReviewOn'],
  ])('%s', (_name, changed, decider, given, expected) => {
    const result = decideHandling(
      { information: { ...information, ...changed }, owner: decider, before: null },
      { ...decision, ...given },
      circumstances,
    );
    expect(codeOf(result)).toBe(expected);
  });
});
