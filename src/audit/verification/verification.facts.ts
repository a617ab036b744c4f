/** What clauses may know of a verification of the log: when, and how the log came out of it. */
export interface LogVerificationFact {
  readonly id: string;
  /** The Swedish day. */
  readonly verifiedOn: string;
  /** For telling two of the same day apart. */
  readonly verifiedAt: string;
  readonly isWhole: boolean;
  readonly findingCount: number;
}
