import { Type } from 'typebox';
import { Fields, IdOf, OrNull, type Static } from '../kernel/schema.ts';

/** What is departed from: a clause, or the very sentence of a governing document. Both are never set; the sentence says more. */
export const demandFields = {
  clause: OrNull(Type.String({ pattern: '^P[0-4][0-9]$' })),
  sentenceId: OrNull(IdOf<'Sentence'>()),
};
const Demand = Fields(demandFields);
export type Demand = Static<typeof Demand>;

/** A demand as a page shows it and a form offers it. */
export const ShownDemand = Fields({
  clause: OrNull(Type.String()),
  sentenceId: OrNull(Type.String()),
  /** The sentence, and which document it stands in; null of a clause, whose words the reader's language has. */
  text: OrNull(Type.String()),
  document: OrNull(Type.String()),
});
export type ShownDemand = Static<typeof ShownDemand>;
