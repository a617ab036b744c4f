import type { ExceptionState } from './exception.ts';
import type { DecidingOffice } from './exception-rule.ts';

/** What clauses may know of an exception; not why it was asked for. */
export interface ExceptionFact {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly state: ExceptionState;
  readonly decidedAs: DecidingOffice | null;
  readonly hasCompensation: boolean;
  readonly validFrom: string | null;
  readonly endsOn: string;
  /** Marked so: who is shown it is told to the log. */
  readonly secret: boolean;
}
