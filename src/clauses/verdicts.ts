import { groupBy } from '../kernel/facts.ts';
import type { ClauseSettingFact } from '../settings/clause-setting.facts.ts';
import type { Clause } from './clause.ts';
import { type Judgement, judge, wholeShare } from './judge.ts';
import type { Snapshot } from './memory.ts';

interface Judged {
  /** The very tables it was judged on: the same tables, the same answer. */
  readonly tables: readonly unknown[];
  readonly today: string;
  readonly threshold: number;
  readonly judgement: Judgement;
}

/** Judgements by clause number, each with what it was judged on. */
export type JudgedClauses = Map<string, Judged>;

const byNumber = (setting: ClauseSettingFact): string => setting.number;

/** What the coordinator set for the clause; null while it is the whole share. */
export function settingOf(clause: Clause, snapshot: Snapshot): ClauseSettingFact | null {
  return groupBy(snapshot.facts.clauseSettings, byNumber).get(clause.number)?.[0] ?? null;
}

/** The threshold that holds for a clause, in per cent. */
export function thresholdOf(clause: Clause, snapshot: Snapshot): number {
  return settingOf(clause, snapshot)?.thresholdPercent ?? wholeShare;
}

/** The judgement of a clause on a snapshot; made only if something the clause reads has changed since it was made. */
export function judgementOf(clause: Clause, snapshot: Snapshot): Judgement {
  const { facts, today, judged } = snapshot;
  const threshold = thresholdOf(clause, snapshot);
  const earlier = judged.get(clause.number);
  if (earlier !== undefined && earlier.today === today && earlier.threshold === threshold) {
    if (clause.reads.every((name, index) => facts[name] === earlier.tables[index])) return earlier.judgement;
  }
  const judgement = judge(clause, facts, { today, threshold });
  judged.set(clause.number, { tables: clause.reads.map((name) => facts[name]), today, threshold, judgement });
  return judgement;
}
