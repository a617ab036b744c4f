import type { CaseFacts } from '../../../duties/case-facts.ts';
import type { DutyData } from '../../../duties/dated.ts';

/**
 * What clauses may know of a case that somebody has looked at and that is not secret: what its duties turn on, and nothing of
 * what was written. A secret case is no fact: a figure that counts it would tell that it is there.
 */
export interface CaseDutyFact {
  readonly id: string;
  /** `H 2026-0042`: its heading can be secret, its number is not. */
  readonly name: string;
  readonly unitId: string | null;
  readonly handlerId: string | null;
  /** Are parts of it secret? Then also which duties arise tells what happened. */
  readonly isPartlySecret: boolean;
  readonly facts: CaseFacts;
  /** The terms and recipients that hold: the same object in every fact that was read together. */
  readonly data: DutyData;
}
