import { Type } from 'typebox';
import type { Id } from '../kernel/ids.ts';
import { Fields, IdOf, OrNull, type Static } from '../kernel/schema.ts';

/** What is departed from: a clause, or the very sentence of a governing document. Both are never set; the sentence says more. */
export interface Demand {
  readonly clause: string | null;
  readonly sentenceId: Id<'Sentence'> | null;
}

/** A demand as the fields of an input. */
export const demandFields = {
  clause: OrNull(Type.String({ pattern: '^P[0-4][0-9]$' })),
  sentenceId: OrNull(IdOf<'Sentence'>()),
};

/** A demand as a page shows it and a form offers it. */
export const ShownDemand = Fields({
  clause: OrNull(Type.String()),
  sentenceId: OrNull(Type.String()),
  /** The sentence, and which document it stands in; null of a clause, whose words the reader's language has. */
  text: OrNull(Type.String()),
  document: OrNull(Type.String()),
});
export type ShownDemand = Static<typeof ShownDemand>;
