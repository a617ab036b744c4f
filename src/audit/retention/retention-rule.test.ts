import { describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { system } from '../../testing/actors.ts';
import {
  decideRule,
  endRule,
  keptSince,
  leastMonths,
  proposedMonths,
  type RetentionRule,
  retainedFamilies,
  ruleState,
  setRule,
} from './retention-rule.ts';

const today = '2026-11-25';
const circumstances = {
  actor: system,
  now: new Date(`${today}T12:00:00Z`),
  today,
  newId,
  confirmed: new Set<string>(),
};
const decision = 'KS 2026-11-10 § 12';
const input = { family: 'reads' as const, months: 60, decision, from: '2026-12-09', note: '' };
const rule: RetentionRule = { ...input, id: newId(), version: 3, endedOn: null };
const old: RetentionRule = { ...rule, from: '2025-01-01' };

const codeOf = (result: object) => (isRefusal(result) ? result.code : 'yes');

describe('a rule that is decided', () => {
  it.each([
    ['two weeks ahead', {}, 'yes'],
    ['sooner', { from: '2026-12-08' }, 'tooSoon'],
    ['for the shortest time', { months: 12 }, 'yes'],
    ['for a shorter time', { months: 11 }, 'tooShort'],
    ['for changes, ten years', { family: 'changes' as const, months: 120 }, 'yes'],
    ['for changes, less', { family: 'changes' as const, months: 119 }, 'tooShort'],
    ['by delegation', { decision: 'Delegationsbeslut 2026-11-10 punkt 4.2' }, 'yes'],
    ['by mere execution', { decision: 'Verkställighet 2026-11-10' }, 'decisionMissing'],
    ['by nothing that can be read', { decision: 'Anna sa det' }, 'decisionUnreadable'],
    ['by what is not decided yet', { decision: 'KS 2026-11-26 § 1' }, 'decisionInFuture'],
  ])('%s: %o is answered %s', (_what, changed, expected) => {
    expect(codeOf(decideRule({ ...input, ...changed }, circumstances))).toBe(expected);
  });

  it('tells the log its terms', () => {
    const decided = decideRule({ ...input, decision: 'KS §12 / 2026-11-10' }, circumstances);
    expect(decided).toMatchObject({
      next: { decision, version: 1 },
      event: { kind: 'retentionRule.decided' },
    });
  });
});

describe('a rule in force that is changed', () => {
  const same = { months: 60, decision, from: '2025-01-01', note: '' };
  it.each([
    ['to nothing new', {}, 'nothingChanged'],
    ['in its note', { note: 'Se protokollet.' }, 'yes'],
    ['to keep longer', { months: 61 }, 'yes'],
    ['to keep shorter at once', { months: 59 }, 'tooSoon'],
    ['to keep shorter in two weeks', { months: 59, from: '2026-12-09' }, 'yes'],
    ['to begin earlier', { from: '2024-12-31' }, 'tooSoon'],
    ['to begin later', { from: '2025-02-01' }, 'yes'],
  ])('%s: %o is answered %s', (_what, changed, expected) => {
    expect(codeOf(setRule(old, { ...same, ...changed }, circumstances))).toBe(expected);
  });

  it('ends at once, and then not again', () => {
    const ended = endRule(old, 'Nytt beslut väntas.', circumstances);
    expect(ended).toMatchObject({ next: { endedOn: today, version: 4 } });
    const gone = { ...old, endedOn: today };
    expect(codeOf(endRule(gone, 'Igen.', circumstances))).toBe('ended');
    expect(codeOf(setRule(gone, { ...same, months: 80 }, circumstances))).toBe('ended');
  });
});

it.each([
  [{ from: '2026-11-25', endedOn: null }, 'inForce'],
  [{ from: '2026-11-26', endedOn: null }, 'coming'],
  [{ from: '2025-01-01', endedOn: '2026-11-25' }, 'ended'],
])('%o is %s', (row, state) => {
  expect(ruleState(row, today)).toBe(state);
});

it.each([
  [12, '2025-11-25'],
  [9, '2026-02-25'],
  [60, '2021-11-25'],
])('keeps %i months: since %s', (months, since) => {
  expect(keptSince(months, today)).toBe(since);
});

it('proposes nothing that would be refused, and nothing for the log itself', () => {
  for (const family of retainedFamilies) {
    expect(proposedMonths[family] ?? leastMonths(family)).toBeGreaterThanOrEqual(leastMonths(family));
  }
  expect(retainedFamilies).not.toContain('log');
});
