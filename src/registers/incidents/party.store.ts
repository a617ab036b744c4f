import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { everyRequest } from '../../kernel/plans.ts';
import { deliveriesOf, requestsOf } from './duties/delivery.store.ts';
import type { CaseParts, PartyName } from './case-facts.ts';
import type { Incident } from './incident.ts';
import type { NoReport, Party, PartyInput } from './party.ts';
import { figuresOf, ownAnswersOf } from './measured.store.ts';
import { answersOf } from './parts.store.ts';

/** Whom a case concerns, also those who no longer do. */
export async function partiesOf(db: Reader, incidentId: string): Promise<Party[]> {
  const { rows } = await sql<Party>`
    ${everyRequest} select id, version, body_id as "bodyId", entity_id as "entityId", roles, sectors, knowledge_at as "knowledgeAt",
           knowledge_reason as "knowledgeReason", ended_on as "endedOn"
    from incident_party where incident_id = ${incidentId} order by id`.execute(db);
  return rows;
}

/** What has been decided not to be reported, also what has been taken back. */
export async function noReportsOf(db: Reader, incidentId: string): Promise<NoReport[]> {
  const { rows } = await sql<NoReport>`
    ${everyRequest} select id, version, party_id as "partyId", duty, reason, decided_by as "decidedBy", decided_at as "decidedAt", late,
           late_reason as "lateReason", withdrawn_at as "withdrawnAt"
    from incident_decision where incident_id = ${incidentId} order by id`.execute(db);
  return rows;
}

/** What bodies and legal entities are called, by id, and which legal entity each is a part of. */
export async function partyNames(
  db: Reader,
  parties: readonly Party[],
): Promise<ReadonlyMap<string, PartyName>> {
  const bodies = parties.flatMap(({ bodyId }) => (bodyId === null ? [] : [bodyId]));
  const entities = parties.flatMap(({ entityId }) => (entityId === null ? [] : [entityId]));
  const { rows } = await sql<PartyName & { id: string }>`
    ${everyRequest} select id, name, entity_id as "legalEntityId" from body_face where id = any(${bodies}::uuid[])
    union all select id, name, id from entity_face where id = any(${entities}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name, legalEntityId }) => [id, { name, legalEntityId }]));
}

/** All of a case that the duties look at. */
export async function casePartsOf(db: Reader, incident: Incident): Promise<CaseParts> {
  const parties = await partiesOf(db, incident.id);
  return {
    incident,
    parties,
    answers: await answersOf(db, incident.id),
    ownAnswers: await ownAnswersOf(db, incident.id),
    figures: await figuresOf(db, incident.id),
    noReports: await noReportsOf(db, incident.id),
    deliveries: await deliveriesOf(db, incident.id),
    requests: await requestsOf(db, incident.id),
    names: await partyNames(db, parties),
  };
}

/** Does the body or the legal entity stand that day? */
export async function partyStands(
  db: Reader,
  { bodyId, entityId }: PartyInput,
  today: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from body_face b where b.id = ${bodyId}::uuid and b.valid_from <= ${today}::date
      and (b.valid_before is null or b.valid_before > ${today}::date)
    union all select from entity_face n where n.id = ${entityId}::uuid and n.valid_from <= ${today}::date
      and (n.valid_before is null or n.valid_before > ${today}::date)`.execute(db);
  return rows.length > 0;
}

/** Saves a party as a step leaves it. */
export async function saveParty(
  transaction: Transaction,
  incidentId: string,
  party: Party,
  stamp: Stamp,
): Promise<void> {
  await (party.version === 1
    ? sql`insert into incident_party (id, version, changed_by_event, incident_id, body_id, entity_id, roles, sectors,
            knowledge_at, knowledge_reason, ended_on)
          values (${party.id}, 1, ${stamp.eventId}, ${incidentId}, ${party.bodyId}, ${party.entityId},
            ${[...party.roles]}::text[], ${[...party.sectors]}::text[], ${party.knowledgeAt}, ${party.knowledgeReason},
            ${party.endedOn})`
    : sql`update incident_party set version = ${party.version}, changed_by_event = ${stamp.eventId},
            roles = ${[...party.roles]}::text[], sectors = ${[...party.sectors]}::text[],
            knowledge_at = ${party.knowledgeAt}, knowledge_reason = ${party.knowledgeReason}, ended_on = ${party.endedOn}
          where id = ${party.id}`
  ).execute(transaction);
}

/** Saves a decision not to report. */
export async function saveNoReport(
  transaction: Transaction,
  incidentId: string,
  one: NoReport,
  stamp: Stamp,
): Promise<void> {
  await (one.version === 1
    ? sql`insert into incident_decision (id, version, changed_by_event, incident_id, party_id, duty, reason, decided_by,
            decided_at, late, late_reason)
          values (${one.id}, 1, ${stamp.eventId}, ${incidentId}, ${one.partyId}, ${one.duty}, ${one.reason},
            ${one.decidedBy}, ${one.decidedAt}, ${one.late}, ${one.lateReason})`
    : sql`update incident_decision set version = ${one.version}, changed_by_event = ${stamp.eventId},
            withdrawn_at = ${one.withdrawnAt} where id = ${one.id}`
  ).execute(transaction);
}
