import type { Period } from '../kernel/facts.ts';

export const personKinds = ['employee', 'elected', 'external'] as const;
export type PersonKind = (typeof personKinds)[number];

/** What clauses may know of a person: who is with us when, and where, so that it can be held what she knows. */
export interface PersonFact extends Period {
  readonly id: string;
  readonly name: string;
  readonly kind: PersonKind;
  readonly unitId: string | null;
  /** For an external person: who she works for. */
  readonly organisation: string | null;
}

/** How many persons of one kind come from one source (null: written in by hand). */
export interface PersonCountFact {
  readonly kind: PersonKind;
  readonly sourceId: string | null;
  readonly count: number;
}

/** From where one kind of person comes, and how fresh it is. */
export interface PersonSourceFact {
  readonly id: string;
  readonly kind: PersonKind;
  readonly name: string;
  readonly intervalDays: number;
  readonly synchronisedOn: string | null;
  readonly endedOn: string | null;
}

export interface PersonSourceRow {
  readonly id: string;
  readonly kind: PersonKind;
  readonly name: string;
  readonly interval_days: number;
  readonly synchronised_on: string | null;
  readonly ended_on: string | null;
}
export interface PersonCountRow {
  readonly kind: PersonKind;
  readonly source_id: string | null;
  readonly count: number;
}

/** The fact of a source's row. */
export function personSourceFact(row: PersonSourceRow): PersonSourceFact {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    intervalDays: row.interval_days,
    synchronisedOn: row.synchronised_on,
    endedOn: row.ended_on,
  };
}

/** The fact of a counted row. */
export function personCountFact(row: PersonCountRow): PersonCountFact {
  return { kind: row.kind, sourceId: row.source_id, count: row.count };
}
