import type { Levels } from '../information/information.facts.ts';

/** What clauses may know of a system that is not retired. */
export interface SystemFact {
  readonly id: string;
  readonly name: string;
  readonly lifecycle: 'planned' | 'acquired' | 'inOperation' | 'beingRetired';
  readonly unitId: string;
  /** The level of protection proven per aspect; null where nothing is proven. */
  readonly proven: Levels;
  /** The class raised because of how much the system holds together; null where it is not raised. */
  readonly raised: Levels;
}

/** One piece of information carried by one system. */
export interface SystemInformationFact {
  readonly id: string;
  readonly systemId: string;
  readonly informationId: string;
  readonly endedOn: string | null;
}

export interface SystemRow {
  readonly id: string;
  readonly name: string;
  readonly lifecycle: SystemFact['lifecycle'];
  readonly unit_id: string;
  readonly proven_confidentiality: number | null;
  readonly proven_integrity: number | null;
  readonly proven_availability: number | null;
  readonly proven_traceability: number | null;
  readonly raised_confidentiality: number | null;
  readonly raised_integrity: number | null;
  readonly raised_availability: number | null;
  readonly raised_traceability: number | null;
}

/** The fact of a system's row. */
export function systemFact(row: SystemRow): SystemFact {
  return {
    id: row.id,
    name: row.name,
    lifecycle: row.lifecycle,
    unitId: row.unit_id,
    proven: {
      confidentiality: row.proven_confidentiality,
      integrity: row.proven_integrity,
      availability: row.proven_availability,
      traceability: row.proven_traceability,
    },
    raised: {
      confidentiality: row.raised_confidentiality,
      integrity: row.raised_integrity,
      availability: row.raised_availability,
      traceability: row.raised_traceability,
    },
  };
}
