import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import { joined, selected, type Selection, tableOf } from '../../kernel/recorded.ts';
import {
  type DefaultOwnerFact,
  type HandlingFact,
  type HandlingRuleFact,
  handlingFact,
  handlingRuleFact,
  type InformationFact,
  type InformationRow,
  informationFact,
} from './information.facts.ts';

/** Active information with its decisions in force, in the order of the ids. */
export async function readInformationFacts(db: Reader, selection: Selection): Promise<InformationFact[]> {
  return readWhere(db, selection, selected('i', selection));
}

/** The information that these classifications or handling decisions are about. */
export async function readInformationFactsOfDecisions(
  db: Reader,
  decisions: readonly string[],
): Promise<InformationFact[]> {
  const about = sql<boolean>`i.id in (
    select c.information_id from classification c where c.id = any(${decisions}::uuid[])
    union select d.information_id from handling_decision d where d.id = any(${decisions}::uuid[]))`;
  return readWhere(db, { kind: 'current' }, about);
}

async function readWhere(
  db: Reader,
  selection: Selection,
  condition: RawBuilder<boolean>,
): Promise<InformationFact[]> {
  const beside = joined(selection);
  const { rows } = await sql<InformationRow>`
    select i.id, i.name, i.unit_id, i.area, i.personal_data, i.secrecy_provisions <> '{}' as secret,
           c.id as classification_id, c.confidentiality, c.integrity, c.availability, c.traceability,
           array[coalesce(c.reasons->>'confidentiality', '') ~ '\\S', coalesce(c.reasons->>'integrity', '') ~ '\\S',
                 coalesce(c.reasons->>'availability', '') ~ '\\S', coalesce(c.reasons->>'traceability', '') ~ '\\S'] as reasoned,
           c.model_name ~ '\\S' and c.model_version ~ '\\S' as model_named,
           coalesce(cardinality(c.participants), 0) as participants, c.decided_by, c.decided_on, c.next_review_on,
           d.id as handling_decision_id, d.decided_on as handling_decided_on, d.next_review_on as handling_next_review_on
    from ${tableOf('information', 'i', selection)}
    left join ${tableOf('classification', 'c', beside)} on c.id = i.classification_id and ${selected('c', beside)}
    left join ${tableOf('handling_decision', 'd', beside)} on d.id = i.handling_decision_id and ${selected('d', beside)}
    where ${condition} and i.state = 'active' order by i.id`.execute(db);
  return rows.map(informationFact);
}

/** Declared handling, ended ones too, in the order of the ids. */
export async function readHandlingFacts(db: Reader, selection: Selection): Promise<HandlingFact[]> {
  const { rows } = await sql<HandlingFact>`
    select h.id, h.information_id as "informationId", h.activity, h.carrier, h.conditions_met as "conditionsMet",
           h.ended_on as "endedOn"
    from ${tableOf('handling', 'h', selection)} where ${selected('h', selection)} order by h.id`.execute(db);
  return rows.map(handlingFact);
}

/** The handling rules, in the order of the ids. */
export async function readHandlingRuleFacts(db: Reader, selection: Selection): Promise<HandlingRuleFact[]> {
  const { rows } = await sql<HandlingRuleFact>`
    select r.id, r.level, r.activity, r.carrier, r.verdict
    from ${tableOf('handling_rule', 'r', selection)} where ${selected('r', selection)} order by r.id`.execute(
    db,
  );
  return rows.map(handlingRuleFact);
}

/** The default-owner table, ended rows too, in the order of the ids. */
export async function readDefaultOwnerFacts(db: Reader, selection: Selection): Promise<DefaultOwnerFact[]> {
  const { rows } = await sql<DefaultOwnerFact>`
    select o.id, o.area, o.name, o.holder, o.office, o.unit_id as "unitId", o.ended_on as "endedOn"
    from ${tableOf('default_owner', 'o', selection)} where ${selected('o', selection)} order by o.id`.execute(
    db,
  );
  return rows;
}
