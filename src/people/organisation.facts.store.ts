import { sql } from 'kysely';
import type { Reader } from '../kernel/db.ts';
import { lastDay, selected, type Selection, tableOf } from '../kernel/recorded.ts';
import {
  type BodyFact,
  type BodyRow,
  bodyFact,
  type EntityFact,
  type EntityRow,
  entityFact,
  type UnitFact,
  type UnitRow,
  unitFact,
} from './organisation.facts.ts';

/** Legal entities, in the order of their ids. */
export async function readEntityFacts(db: Reader, selection: Selection): Promise<EntityFact[]> {
  const { rows } = await sql<EntityRow>`
    select e.id, e.kind, e.name, e.controller, e.register_complete_on, e.officer_reported_on, e.officer_published_on,
           lower(e.valid) as "from", ${lastDay('e.valid')} as until
    from ${tableOf('legal_entity', 'e', selection)} where ${selected('e', selection)} order by e.id`.execute(
    db,
  );
  return rows.map(entityFact);
}

/** Bodies, in the order of their ids. */
export async function readBodyFacts(db: Reader, selection: Selection): Promise<BodyFact[]> {
  const { rows } = await sql<BodyRow>`
    select b.id, b.entity_id, b.kind, b.name, b.controller, b.reports_to_follow_up, b.register_complete_on,
           b.officer_reported_on, b.officer_published_on, lower(b.valid) as "from", ${lastDay('b.valid')} as until
    from ${tableOf('body', 'b', selection)} where ${selected('b', selection)} order by b.id`.execute(db);
  return rows.map(bodyFact);
}

/** Units, processes and projects, in the order of their ids. */
export async function readUnitFacts(db: Reader, selection: Selection): Promise<UnitFact[]> {
  const { rows } = await sql<UnitRow>`
    select u.id, u.kind, u.name, u.entity_id, u.body_id, u.parent_id, u.carriers_held, u.carriers_none,
           u.carriers_declared_on, lower(u.valid) as "from", ${lastDay('u.valid')} as until
    from ${tableOf('unit', 'u', selection)} where ${selected('u', selection)} order by u.id`.execute(db);
  return rows.map(unitFact);
}
