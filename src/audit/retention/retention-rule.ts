import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import { addDays, addMonths } from '../../kernel/calendar.ts';
import { decisionRefusals, parseDecision, readDecision } from '../../kernel/decision-reference.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, Line, OneOf, Prose, type Static } from '../../kernel/schema.ts';
import { type Family, familyNames } from '../families.ts';

/** The families that gallring can be decided for. What the log tells of itself is kept. */
export const retainedFamilies = familyNames.filter((name): name is RetainedFamily => name !== 'log');
export type RetainedFamily = Exclude<Family, 'log'>;

/** Months that content is kept at least. For changes see docs/decisions/0014-what-gallring-of-the-log-may-take.md. */
export const leastMonths = (family: RetainedFamily): number => (family === 'changes' ? 120 : 12);
const mostMonths = 1200;

/** Days from the day a rule is entered, or made harsher, until it can erase: time for others to see it. */
export const noticeDays = 14;

/**
 * What we propose, in months; null: keep. A proposal erases nothing: it takes a decision of the municipality's. Unlawful
 * access to data can be prosecuted for five years (brottsbalken 4 kap. 9 c §, 35 kap. 1 §), and a tort claimed for ten.
 */
export const proposedMonths: Readonly<Record<RetainedFamily, number | null>> = {
  reads: 60,
  searches: 60,
  disclosures: 120,
  signIns: 24,
  refusals: 60,
  mail: 24,
  changes: null,
};

const termFields = {
  /** Whole months, counted from the day of the event. */
  months: Type.Integer({ minimum: 1, maximum: mostMonths }),
  decision: Line(200),
  /** From which day the rule erases. */
  from: Day(),
  note: Prose(1000),
};
/** How long, by which decision, and from when. */
export const termInput = Fields(termFields);
export type TermInput = Static<typeof termInput>;

export const ruleInput = Fields({ family: OneOf(retainedFamilies), ...termFields });
export type RuleInput = Static<typeof ruleInput>;

export interface RetentionRule extends RuleInput {
  readonly id: Id<'RetentionRule'>;
  readonly version: number;
  readonly endedOn: string | null;
}

export const ruleStates = ['coming', 'inForce', 'ended'] as const;
export type RuleState = (typeof ruleStates)[number];

/** Does the rule erase that day? */
export function ruleState(rule: Pick<RetentionRule, 'from' | 'endedOn'>, today: string): RuleState {
  if (rule.endedOn !== null) return 'ended';
  return today < rule.from ? 'coming' : 'inForce';
}

/** The first day whose events are kept, when content is kept so many months: what is older goes. */
export function keptSince(months: number, today: string): string {
  return addMonths(today, -months);
}

export const termRefusals = ['tooShort', 'tooSoon', 'decisionMissing', ...decisionRefusals] as const;

/** Decides how long a family's content is kept. */
export function decideRule(
  input: RuleInput,
  { today, newId }: Circumstances,
): Decision<RetentionRule> | Refusal {
  const decision = readTerm(input.family, input, today);
  if (isRefusal(decision)) return decision;
  const soon = soonFault(input.from, today);
  if (soon !== null) return soon;
  const next: RetentionRule = { ...input, decision, id: newId<'RetentionRule'>(), version: 1, endedOn: null };
  const changes = changesBetween(null, told(next));
  return { next, event: { kind: 'retentionRule.decided', record: next.id, changes } };
}

/** Changes a rule. What erases more than before, or sooner, waits as a new rule does. */
export function setRule(
  before: RetentionRule,
  input: TermInput,
  { today }: Circumstances,
): Decision<RetentionRule> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  const decision = readTerm(before.family, input, today);
  if (isRefusal(decision)) return decision;
  const isHarsher = input.months < before.months || input.from < before.from;
  const soon = isHarsher ? soonFault(input.from, today) : null;
  if (soon !== null) return soon;
  const next = { ...before, ...input, decision, version: before.version + 1 };
  const changes = changesBetween(told(before), told(next));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'retentionRule.set', record: before.id, changes } };
}

/** Ends a rule: from now on nothing more is erased by it. What has been erased stays so. */
export function endRule(
  before: RetentionRule,
  reason: string,
  { today }: Circumstances,
): Decision<RetentionRule> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  const next = { ...before, endedOn: today, version: before.version + 1 };
  const changes = changesBetween(told(before), told(next));
  return { next, event: { kind: 'retentionRule.ended', record: before.id, changes, reason } };
}

/** The decision in its stored form, or what the terms are refused for. */
function readTerm(family: RetainedFamily, { months, decision }: TermInput, today: string): string | Refusal {
  const limit = leastMonths(family);
  if (months < limit) return refuse('tooShort', { field: 'months', parameters: { limit } });
  const read = readDecision(decision, today);
  // Mere execution is no decision: somebody must have decided that it may go.
  if (read === null || (!isRefusal(read) && parseDecision(read)?.kind === 'execution'))
    return refuse('decisionMissing', { field: 'decision' });
  return read;
}

function soonFault(from: string, today: string): Refusal | null {
  const earliest = addDays(today, noticeDays);
  return from < earliest ? refuse('tooSoon', { field: 'from', parameters: { earliest } }) : null;
}

function told(row: RetentionRule): Record<string, Json> {
  const { family, months, decision, from, note, endedOn } = row;
  return { family, months, decision, from, note, endedOn };
}
