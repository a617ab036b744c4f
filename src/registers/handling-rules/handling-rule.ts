import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Change, type Json } from '../../kernel/audit/canonical.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, OneOf, OrNull, Prose, Reason, type Static } from '../../kernel/schema.ts';
import { activities, activityCarriers, carriers } from '../information/vocabulary.ts';
import type { DefaultRule } from './default-rules.ts';
import { ruleVerdicts } from './judge.ts';

/** One cell of the matrix: what holds for information of this level, handled this way, in this form. */
export const ruleInput = Fields({
  level: Type.Integer({ minimum: 0, maximum: 3 }),
  activity: OneOf(activities),
  carrier: OneOf(carriers),
  verdict: OneOf(ruleVerdicts),
  /** What must hold, in both languages; only with the verdict `conditional`. */
  conditionSv: Prose(600),
  conditionEn: Prose(600),
  reason: Reason(),
  /** The version of the cell that the person saw; null when it was empty. */
  seenVersion: OrNull(Type.Integer({ minimum: 1 })),
});
export type RuleInput = Static<typeof ruleInput>;

/** A row of the register. */
export interface HandlingRule extends DefaultRule {
  readonly id: Id<'HandlingRule'>;
  readonly version: number;
}

export const setRefusals = [
  'carrierNotForActivity',
  'conditionMissing',
  'conditionNotAsked',
  'nothingChanged',
] as const;

/** Decides what one cell says. The reason is kept in the log: everybody is to be able to see why a rule changed. */
export function setRule(
  before: HandlingRule | null,
  input: RuleInput,
  circumstances: Circumstances,
): Decision<HandlingRule> | Refusal {
  if ((before?.version ?? null) !== input.seenVersion) return refuse('versionMoved', { current: before });
  if (!activityCarriers[input.activity].includes(input.carrier)) {
    return refuse('carrierNotForActivity', { field: 'carrier' });
  }
  const fault = conditionFault(input);
  if (fault !== null) return fault;
  const { reason, seenVersion: _seenVersion, ...cell } = input;
  const next = nextRule(before, cell, circumstances);
  const changes = changesBetween(before === null ? null : told(before), told(next));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'handlingRule.set', record: next.id, changes, reason } };
}

/** The matrix becomes our default again, cell by cell; cells that already say the same are left alone. */
export function restoreDefaultRules(
  before: readonly HandlingRule[],
  defaults: readonly DefaultRule[],
  reason: string,
  circumstances: Circumstances,
): Decision<readonly HandlingRule[]> | Refusal {
  const existing = new Map(before.map((rule) => [cellOf(rule), rule]));
  const next: HandlingRule[] = [];
  const changes: Change[] = [];
  for (const rule of defaults) {
    const earlier = existing.get(cellOf(rule)) ?? null;
    const becomes = nextRule(earlier, rule, circumstances);
    const was = earlier === null ? null : told(earlier);
    if (changesBetween(was, told(becomes)).length === 0) continue;
    next.push(becomes);
    changes.push({ field: cellOf(rule), from: was, to: told(becomes) });
  }
  if (next.length === 0) return refuse('nothingChanged');
  const touched = next.map((rule) => `handlingRule:${rule.id}`);
  return { next, event: { kind: 'handlingRule.defaultRestored', record: null, changes, reason, touched } };
}

/** The name of a cell: `2:emailExternal:itSystem`. */
export function cellOf(rule: Pick<DefaultRule, 'level' | 'activity' | 'carrier'>): string {
  return `${rule.level}:${rule.activity}:${rule.carrier}`;
}

function nextRule(
  before: HandlingRule | null,
  cell: DefaultRule,
  circumstances: Circumstances,
): HandlingRule {
  return {
    level: cell.level,
    activity: cell.activity,
    carrier: cell.carrier,
    verdict: cell.verdict,
    conditionSv: cell.conditionSv.trim(),
    conditionEn: cell.conditionEn.trim(),
    id: before?.id ?? circumstances.newId<'HandlingRule'>(),
    version: (before?.version ?? 0) + 1,
  };
}

function conditionFault(input: RuleInput): Refusal | null {
  const sv = input.conditionSv.trim();
  const en = input.conditionEn.trim();
  if (input.verdict !== 'conditional') {
    if (sv !== '') return refuse('conditionNotAsked', { field: 'conditionSv' });
    return en === '' ? null : refuse('conditionNotAsked', { field: 'conditionEn' });
  }
  if (sv === '') return refuse('conditionMissing', { field: 'conditionSv' });
  return en === '' ? refuse('conditionMissing', { field: 'conditionEn' }) : null;
}

function told(rule: DefaultRule): Record<string, Json> {
  return {
    level: rule.level,
    activity: rule.activity,
    carrier: rule.carrier,
    verdict: rule.verdict,
    conditionSv: rule.conditionSv,
    conditionEn: rule.conditionEn,
  };
}
