import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../kernel/action.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { system as actor } from '../../testing/actors.ts';
import { activities, activityCarriers } from '../information/vocabulary.ts';
import { defaultRules } from './default-rules.ts';
import { cellOf, type HandlingRule, restoreDefaultRules, type RuleInput, setRule } from './handling-rule.ts';
import { isPermitted, judgeHandling } from './judge.ts';

const now = new Date('2026-11-23T10:00:00Z');
const circumstances: Circumstances = { actor, now, today: '2026-11-23', newId, confirmed: new Set() };
const stored = (): HandlingRule[] =>
  defaultRules.map((rule) => ({ ...rule, id: newId<'HandlingRule'>(), version: 1 }));

const before: HandlingRule = {
  id: newId<'HandlingRule'>(),
  version: 4,
  level: 2,
  activity: 'post',
  carrier: 'paper',
  verdict: 'conditional',
  conditionSv: 'I slutet kuvert',
  conditionEn: 'In a sealed envelope',
};
const input: RuleInput = {
  level: 2,
  activity: 'post',
  carrier: 'paper',
  verdict: 'forbidden',
  conditionSv: '',
  conditionEn: '',
  reason: 'Beslut i ledningsgruppen',
  seenVersion: 4,
};

describe('setting one rule', () => {
  it.each<[string, HandlingRule | null, Partial<RuleInput>, string]>([
    ['another verdict', before, {}, 'yes'],
    ['an empty cell', null, { seenVersion: null }, 'yes'],
    ['seen before somebody else changed it', before, { seenVersion: 3 }, 'versionMoved'],
    ['seen empty, filled since', before, { seenVersion: null }, 'versionMoved'],
    ['seen, but not there', null, {}, 'versionMoved'],
    [
      'a form the activity has not',
      null,
      { carrier: 'telephone', seenVersion: null },
      'carrierNotForActivity',
    ],
    [
      'a condition in one language',
      before,
      { verdict: 'conditional', conditionSv: 'Låst' },
      'conditionMissing',
    ],
    [
      'a condition of white space',
      before,
      { verdict: 'conditional', conditionSv: ' ', conditionEn: ' ' },
      'conditionMissing',
    ],
    [
      'a condition to what is allowed',
      before,
      { verdict: 'allowed', conditionSv: 'Låst' },
      'conditionNotAsked',
    ],
    ['a condition in English to what is forbidden', before, { conditionEn: 'Locked' }, 'conditionNotAsked'],
    [
      'the same again',
      before,
      { verdict: 'conditional', conditionSv: 'I slutet kuvert ', conditionEn: 'In a sealed envelope' },
      'nothingChanged',
    ],
  ])('%s', (_name, rule, changed, expected) => {
    const result = setRule(rule, { ...input, ...changed }, circumstances);
    expect(isRefusal(result) ? result.code : 'yes').toBe(expected);
  });

  it('keeps the reason in the log and not in the rule', () => {
    const result = setRule(before, input, circumstances);
    expect(result).toMatchObject({
      event: { reason: 'Beslut i ledningsgruppen' },
      next: { id: before.id, version: 5 },
    });
    expect(result).not.toHaveProperty('next.reason');
  });
});

describe('restoring the default', () => {
  it('fills an empty matrix, and has then nothing left to do', () => {
    const result = restoreDefaultRules([], defaultRules, 'Första gången', circumstances);
    if (isRefusal(result)) throw new Error(result.code);
    expect(result.next).toHaveLength(defaultRules.length);
    expect(result.event.touched).toHaveLength(defaultRules.length);
    expect(restoreDefaultRules(result.next, defaultRules, 'Igen', circumstances)).toMatchObject({
      code: 'nothingChanged',
    });
  });

  it('touches only the cells that differ', () => {
    const rules = stored().map((rule) =>
      cellOf(rule) === '0:post:paper' ? { ...rule, verdict: 'forbidden' as const, version: 7 } : rule,
    );
    expect(restoreDefaultRules(rules, defaultRules, 'Tillbaka', circumstances)).toMatchObject({
      next: [{ verdict: 'allowed', version: 8 }],
      event: { changes: [{ field: '0:post:paper' }] },
    });
  });
});

describe('our default', () => {
  it('has exactly one rule for each level of each activity in each of its forms', () => {
    const expected = activities.flatMap((activity) =>
      activityCarriers[activity].flatMap((carrier) =>
        [0, 1, 2, 3].map((level) => cellOf({ level, activity, carrier })),
      ),
    );
    expect(defaultRules.map(cellOf).sort()).toEqual(expected.sort());
  });

  it('says its conditions in both languages, as sentences, and only where there are any', () => {
    for (const rule of defaultRules) {
      const sentence = rule.verdict === 'conditional' ? /^[A-ZÅÄÖ].*\.$/ : /^$/;
      expect(rule.conditionSv, cellOf(rule)).toMatch(sentence);
      expect(rule.conditionEn, cellOf(rule)).toMatch(sentence);
    }
  });

  it('is never milder at a higher level', () => {
    const strictness = { allowed: 0, conditional: 1, forbidden: 2 };
    for (const rule of defaultRules.filter((one) => one.level > 0)) {
      const below = defaultRules.find((one) => cellOf(one) === cellOf({ ...rule, level: rule.level - 1 }));
      expect(strictness[rule.verdict], cellOf(rule)).toBeGreaterThanOrEqual(
        strictness[below?.verdict ?? 'allowed'],
      );
    }
  });
});

describe('judging one way of handling', () => {
  const rules = [
    { level: 1, activity: 'post', carrier: 'paper', verdict: 'allowed' },
    { level: 2, activity: 'post', carrier: 'paper', verdict: 'conditional' },
    { level: 3, activity: 'post', carrier: 'paper', verdict: 'forbidden' },
  ] as const;
  it.each([
    [1, false, 'allowed', true],
    [2, false, 'conditionsUnmet', false],
    [2, true, 'conditionsMet', true],
    [3, true, 'forbidden', false],
    [0, true, 'noRule', false],
  ] as const)('level %i, conditions met %s: %s', (level, met, verdict, permitted) => {
    const judged = judgeHandling(rules, level, 'post', 'paper', met);
    expect(judged).toBe(verdict);
    expect(isPermitted(judged)).toBe(permitted);
  });

  it('permits nothing without a rule', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(...activities),
        fc.boolean(),
        (level, activity, met) => !isPermitted(judgeHandling([], level, activity, 'paper', met)),
      ),
    );
  });
});
