import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { everyRequest } from '../../kernel/plans.ts';
import type { Admission, EntryKind, Link, NextCase } from './incident.ts';
import type { Answer } from './triage.ts';

/** How many lines the timeline of a case has. */
export async function countEntries(db: Reader, incidentId: string): Promise<number> {
  const { rows } = await sql<{ entries: number }>`
    ${everyRequest} select count(*) as entries from incident_entry where incident_id = ${incidentId}`.execute(
    db,
  );
  return rows[0]?.entries ?? 0;
}

/** What a case has been tied to, also what no longer holds. */
export async function linksOf(db: Reader, incidentId: string): Promise<Link[]> {
  const { rows } = await sql<Link>`
    ${everyRequest} select id, version, information_id as "informationId", system_id as "systemId", unit_id as "unitId",
           related_id as "relatedId", supplier, ended_on as "endedOn"
    from incident_link where incident_id = ${incidentId} order by id`.execute(db);
  return rows;
}

/** Who has been let in to a case, also those who no longer are. */
export async function admissionsOf(db: Reader, incidentId: string): Promise<Admission[]> {
  const { rows } = await sql<Admission>`
    ${everyRequest} select id, version, person_id as "personId", ended_on as "endedOn"
    from incident_person where incident_id = ${incidentId} order by id`.execute(db);
  return rows;
}

/** The answers to the questions of the triage. */
export async function answersOf(db: Reader, incidentId: string): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    ${everyRequest} select id, version, question, answer, answered_by as "answeredBy", answered_at as "answeredAt"
    from incident_answer where incident_id = ${incidentId} order by question`.execute(db);
  return rows;
}

/** A line of the timeline, with who wrote it. */
export interface EntryRow {
  readonly id: string;
  readonly number: number;
  readonly kind: EntryKind;
  readonly text: string;
  readonly happenedAt: Date;
  readonly writtenAt: Date;
  readonly writtenBy: string | null;
  readonly writer: string | null;
}

/** The timeline of a case, in the order it was written. */
export async function entriesOf(db: Reader, incidentId: string): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select e.id, e.number, e.kind, e.text, e.happened_at as "happenedAt", e.written_at as "writtenAt",
           e.written_by as "writtenBy", p.name as writer
    from incident_entry e left join person_face p on p.id = e.written_by
    where e.incident_id = ${incidentId} order by e.number`.execute(db);
  return rows;
}

/** Saves the rows that a step adds or changes. */
export async function saveParts(transaction: Transaction, next: NextCase, stamp: Stamp): Promise<void> {
  const { incident, entries = [], links = [], admissions = [] } = next;
  for (const one of entries) {
    await sql`insert into incident_entry
        (id, version, changed_by_event, incident_id, number, kind, text, happened_at, written_at, written_by)
      values (${one.id}, 1, ${stamp.eventId}, ${incident.id}, ${one.number}, ${one.kind}, ${one.text},
              ${one.happenedAt}, ${one.writtenAt}, ${one.writtenBy})`.execute(transaction);
  }
  for (const one of links) await saveLink(transaction, incident.id, one, stamp);
  for (const one of admissions) {
    await (one.version === 1
      ? sql`insert into incident_person (id, version, changed_by_event, incident_id, person_id, ended_on)
          values (${one.id}, 1, ${stamp.eventId}, ${incident.id}, ${one.personId}, ${one.endedOn})`
      : sql`update incident_person set version = ${one.version}, changed_by_event = ${stamp.eventId},
          ended_on = ${one.endedOn} where id = ${one.id}`
    ).execute(transaction);
  }
}

async function saveLink(
  transaction: Transaction,
  incidentId: string,
  link: Link,
  stamp: Stamp,
): Promise<void> {
  await (link.version === 1
    ? sql`insert into incident_link (id, version, changed_by_event, incident_id, information_id, system_id, unit_id,
            related_id, supplier, ended_on)
          values (${link.id}, 1, ${stamp.eventId}, ${incidentId}, ${link.informationId}, ${link.systemId},
            ${link.unitId}, ${link.relatedId}, ${link.supplier}, ${link.endedOn})`
    : sql`update incident_link set version = ${link.version}, changed_by_event = ${stamp.eventId},
            ended_on = ${link.endedOn} where id = ${link.id}`
  ).execute(transaction);
}

/** Saves answers to the questions of the triage. */
export async function saveAnswers(
  transaction: Transaction,
  incidentId: string,
  answers: readonly Answer[],
  stamp: Stamp,
): Promise<void> {
  for (const one of answers) {
    await (one.version === 1
      ? sql`insert into incident_answer
            (id, version, changed_by_event, incident_id, question, answer, answered_by, answered_at)
          values (${one.id}, 1, ${stamp.eventId}, ${incidentId}, ${one.question}, ${one.answer}, ${one.answeredBy},
            ${one.answeredAt})`
      : sql`update incident_answer set version = ${one.version}, changed_by_event = ${stamp.eventId},
            answer = ${one.answer}, answered_by = ${one.answeredBy}, answered_at = ${one.answeredAt}
          where id = ${one.id}`
    ).execute(transaction);
  }
}
