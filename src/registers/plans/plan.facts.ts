import type { CopyKind } from './binder/binder-copy.ts';
import type { PlanKind } from './plan-content.ts';

/** What clauses may know of a plan; not what it says. */
export interface PlanFact {
  readonly id: string;
  readonly kind: PlanKind;
  readonly systemId: string | null;
  readonly unitId: string | null;
  readonly endedOn: string | null;
  readonly secret: boolean;
}

/** A version that has been decided. Which one is in force follows from the day. */
export interface PlanVersionFact {
  readonly id: string;
  readonly planId: string;
  readonly number: number;
  readonly state: 'decided';
  readonly validFrom: string;
  readonly nextReviewOn: string;
}

/** An exercise, withdrawn ones too. */
export interface ExerciseFact {
  readonly id: string;
  readonly planIds: readonly string[];
  readonly heldOn: string;
  readonly withdrawnOn: string | null;
}

/** A copy of the binder, with the very versions that it holds. */
export interface BinderCopyFact {
  readonly id: string;
  readonly kind: CopyKind;
  readonly takenOn: string;
  readonly versionIds: readonly string[];
}
