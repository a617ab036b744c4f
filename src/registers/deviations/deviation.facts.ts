import type { DeviationState } from './deviation.ts';

/** What clauses may know of a deviation; not what happened, nor why. */
export interface DeviationFact {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly discoveredOn: string;
  readonly hasCause: boolean;
  readonly state: DeviationState;
  readonly followUpOn: string | null;
  readonly closedOn: string | null;
  /** Marked so: who is shown it is told to the log. */
  readonly secret: boolean;
}
