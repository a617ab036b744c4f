import type { WitnessKind } from './witness.ts';

/** What clauses may know of a witness: how near in time the log's head last left the house through her. */
export interface WitnessFact {
  readonly id: string;
  readonly kind: WitnessKind;
  readonly name: string;
  readonly from: string;
  readonly until: string | null;
  /** The Swedish day a checkpoint last reached her. */
  readonly deliveredOn: string | null;
  /** The Swedish day of her latest cosignature, by her own clock. */
  readonly cosignedOn: string | null;
  /** Did the latest delivery find that what she holds and the log disagree? */
  readonly isInconsistent: boolean;
}
