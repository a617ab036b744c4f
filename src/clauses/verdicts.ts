import { groupBy } from '../kernel/facts.ts';
import { policyInForce } from '../governance/documents/document.facts.ts';
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

/**
 * Whether the policy in force demands it or recommends it: the strongest of its sentences tied to the clause. Before any
 * policy is in force it is as strong as the clause was made.
 */
export function strengthOf(clause: Clause, snapshot: Snapshot): 'ska' | 'bor' {
  const policy = policyInForce(snapshot.facts.documents, snapshot.facts.documentVersions, snapshot.today);
  const tied = [...snapshot.facts.sentences.values()].filter(
    (one) =>
      one.documentVersionId === policy?.version.id && !one.setAside && one.clauses.includes(clause.number),
  );
  if (tied.length === 0) return clause.strength;
  return tied.some((one) => one.demand === 'ska') ? 'ska' : 'bor';
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
