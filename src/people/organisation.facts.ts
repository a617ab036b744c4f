import type { Period } from '../kernel/facts.ts';

/** What clauses may know of a legal entity. `name` is for findings only: no verdict turns on it. */
export interface EntityFact extends Period {
  readonly id: string;
  readonly kind: 'municipality' | 'company' | 'foundation' | 'association';
  readonly name: string;
  /** Controller of personal data in its own name (GDPR art. 4.7). */
  readonly controller: boolean;
  readonly registerCompleteOn: string | null;
  readonly officerReportedOn: string | null;
  readonly officerPublishedOn: string | null;
}

/** What clauses may know of a body: council, kommunstyrelse, nämnd, utskott, board, auditors. */
export interface BodyFact extends Period {
  readonly id: string;
  readonly entityId: string;
  readonly kind: 'council' | 'executive' | 'committee' | 'subcommittee' | 'board' | 'auditors';
  readonly name: string;
  readonly controller: boolean;
  readonly reportsToFollowUp: boolean;
  readonly registerCompleteOn: string | null;
  readonly officerReportedOn: string | null;
  readonly officerPublishedOn: string | null;
}

/** What clauses may know of a unit, a process or a project. */
export interface UnitFact extends Period {
  readonly id: string;
  readonly kind: 'unit' | 'process' | 'project';
  readonly name: string;
  readonly entityId: string;
  readonly bodyId: string | null;
  readonly parentId: string | null;
  readonly carriersHeld: readonly string[];
  readonly carriersNone: readonly string[];
  readonly carriersDeclaredOn: string | null;
}

/** Rows as the store reads them: columns by their SQL names. */
export interface EntityRow {
  readonly id: string;
  readonly kind: EntityFact['kind'];
  readonly name: string;
  readonly controller: boolean;
  readonly register_complete_on: string | null;
  readonly officer_reported_on: string | null;
  readonly officer_published_on: string | null;
  readonly from: string;
  readonly until: string | null;
}
export interface BodyRow extends Omit<EntityRow, 'kind'> {
  readonly kind: BodyFact['kind'];
  readonly entity_id: string;
  readonly reports_to_follow_up: boolean;
}
export interface UnitRow {
  readonly id: string;
  readonly kind: UnitFact['kind'];
  readonly name: string;
  readonly entity_id: string;
  readonly body_id: string | null;
  readonly parent_id: string | null;
  readonly carriers_held: readonly string[];
  readonly carriers_none: readonly string[];
  readonly carriers_declared_on: string | null;
  readonly from: string;
  readonly until: string | null;
}

/** The fact of an entity's row. */
export function entityFact(row: EntityRow): EntityFact {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    controller: row.controller,
    registerCompleteOn: row.register_complete_on,
    officerReportedOn: row.officer_reported_on,
    officerPublishedOn: row.officer_published_on,
    from: row.from,
    until: row.until,
  };
}

/** The fact of a body's row. */
export function bodyFact(row: BodyRow): BodyFact {
  return {
    id: row.id,
    entityId: row.entity_id,
    kind: row.kind,
    name: row.name,
    controller: row.controller,
    reportsToFollowUp: row.reports_to_follow_up,
    registerCompleteOn: row.register_complete_on,
    officerReportedOn: row.officer_reported_on,
    officerPublishedOn: row.officer_published_on,
    from: row.from,
    until: row.until,
  };
}

/** The fact of a unit's row. */
export function unitFact(row: UnitRow): UnitFact {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    entityId: row.entity_id,
    bodyId: row.body_id,
    parentId: row.parent_id,
    carriersHeld: row.carriers_held,
    carriersNone: row.carriers_none,
    carriersDeclaredOn: row.carriers_declared_on,
    from: row.from,
    until: row.until,
  };
}
