import type { SupportRole } from './advice.ts';
import { type Round, roundsOf, type Target, type Written } from './response.ts';

/** What clauses may know of a question: whose it is and how its rounds stand; nothing of what was written in it. */
export interface AdviceFact {
  readonly id: string;
  readonly askedBy: string;
  readonly askedOf: SupportRole;
  readonly subject: string;
  readonly rounds: readonly Round[];
}

/** From which day an answer may take how long. */
export interface AdviceTargetFact extends Target {
  readonly id: string;
}

/** How a support role is reached. */
export interface SupportContactFact {
  readonly id: string;
  readonly office: SupportRole;
  readonly reachable: boolean;
}

export interface AdviceRow {
  readonly id: string;
  readonly asked_by: string;
  readonly asked_of: SupportRole;
  readonly subject: string;
  readonly written: readonly Written[];
}

/** The fact of a question's row. */
export function adviceFact(row: AdviceRow): AdviceFact {
  return {
    id: row.id,
    askedBy: row.asked_by,
    askedOf: row.asked_of,
    subject: row.subject,
    rounds: roundsOf(row.written),
  };
}
