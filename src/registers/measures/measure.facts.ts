import type { MeasureState, OwningOffice, ResourceAnswer } from './measure.ts';

/** What clauses may know of a measure; not what it says. */
export interface MeasureFact {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly ownerPersonId: string | null;
  readonly ownerOffice: OwningOffice | null;
  readonly sourceRegister: string | null;
  readonly sourceRecord: string | null;
  readonly clause: string | null;
  readonly state: MeasureState;
  readonly dueOn: string;
  readonly resources: ResourceAnswer;
  /** Marked so: who is shown it is told to the log. */
  readonly secret: boolean;
}
