import { sql } from 'kysely';
import type { Reader } from '../../../kernel/db.ts';
import { selected, type Selection, tableOf } from '../../../kernel/recorded.ts';
import { readDutyData } from '../../../duties/duty-data.store.ts';
import type { Aspect } from '../../information/vocabulary.ts';
import { type CaseCore, type CaseParts, caseFactsOf, type PartyName } from '../case-facts.ts';
import { type CaseNumber, numberWord } from '../incident.ts';
import type { NoReport, Party } from '../party.ts';
import type { Answer } from '../triage.ts';
import type { CaseDutyFact } from './case-duty.facts.ts';
import type { CaseDelivery, CaseRequest } from './delivery.ts';

type Core = Omit<CaseCore, 'consequence'> &
  Pick<CaseDutyFact, 'unitId' | 'handlerId'> &
  Readonly<Record<Aspect, number | null>> & {
    readonly series: CaseNumber['series'];
    readonly numberYear: number;
    readonly ordinal: number;
  };

/** Cases that somebody has looked at, that are not secret and have not gone into another, in the order of their ids. */
export async function readCaseDutyFacts(db: Reader, selection: Selection): Promise<CaseDutyFact[]> {
  const { rows: cores } = await sql<Core>`
    select i.id, i.series, i.number_year as "numberYear", i.number as ordinal, i.kind, i.unit_id as "unitId",
           i.handler_id as "handlerId", i.occurred_at as "occurredAt", i.noticed_at as "noticedAt",
           i.handled_at as "handledAt", i.confidentiality, i.integrity, i.availability, i.traceability
    from ${tableOf('incident', 'i', selection)}
    where ${selected('i', selection)} and i.state not in ('reported', 'merged') and not i.secret
    order by i.id`.execute(db);
  if (cores.length === 0) return [];
  const parts = await partsBy(db, selection);
  const data = await readDutyData(db);
  return cores.map((core) => {
    const { confidentiality, integrity, availability, traceability, series, numberYear, ordinal } = core;
    const incident = { ...core, consequence: { confidentiality, integrity, availability, traceability } };
    return {
      id: core.id,
      name: numberWord({ series, year: numberYear, number: ordinal }) ?? '',
      unitId: core.unitId,
      handlerId: core.handlerId,
      facts: caseFactsOf({ incident, ...parts(core.id) }),
      data,
    };
  });
}

type Of<Row> = Row & { readonly incidentId: string };

/** The parts of all cases selected, by the case. */
async function partsBy(
  db: Reader,
  selection: Selection,
): Promise<(id: string) => Omit<CaseParts, 'incident'>> {
  const of = async <Row>(
    columns: ReturnType<typeof sql>,
    table: string,
    order: string,
  ): Promise<Grouped<Row>> => {
    const { rows } = await sql<Of<Row>>`
      select r.incident_id as "incidentId", ${columns} from ${tableOf(table, 'r', selection)}
      where ${selected('r', selection, 'incident_id')} order by ${sql.ref(`r.${order}`)}, r.id`.execute(db);
    return grouped(rows);
  };
  const answers = await of<Answer>(
    sql`r.question, r.answer, r.answered_at as "answeredAt"`,
    'incident_answer',
    'question',
  );
  const parties = await of<Party>(
    sql`r.id, r.version, r.body_id as "bodyId", r.entity_id as "entityId", r.roles, r.sectors,
      r.knowledge_at as "knowledgeAt", r.knowledge_reason as "knowledgeReason", r.ended_on as "endedOn"`,
    'incident_party',
    'id',
  );
  const noReports = await of<NoReport>(
    sql`r.id, r.party_id as "partyId", r.duty, r.reason, r.decided_by as "decidedBy", r.decided_at as "decidedAt",
      r.late, r.late_reason as "lateReason", r.withdrawn_at as "withdrawnAt"`,
    'incident_decision',
    'decided_at',
  );
  const deliveries = await of<CaseDelivery>(
    sql`r.id, r.party_id as "partyId", r.duty, r.stage, r.sent_at as "sentAt", r.channel,
      r.case_number as "caseNumber", r.receipt_id as "receiptId", r.late_reason as "lateReason",
      r.noted_by as "notedBy"`,
    'incident_delivery',
    'sent_at',
  );
  const requests = await of<CaseRequest>(
    sql`r.id, r.party_id as "partyId", r.duty, r.asked_at as "askedAt", r.due_at as "dueAt"`,
    'incident_request',
    'asked_at',
  );
  const names = await allNames(db);
  return (id) => ({
    answers: answers.get(id) ?? [],
    parties: parties.get(id) ?? [],
    noReports: noReports.get(id) ?? [],
    deliveries: deliveries.get(id) ?? [],
    requests: requests.get(id) ?? [],
    names,
  });
}

type Grouped<Row> = ReadonlyMap<string, readonly Of<Row>[]>;

function grouped<Row>(rows: readonly Of<Row>[]): Grouped<Row> {
  const by = new Map<string, Of<Row>[]>();
  for (const one of rows) {
    const found = by.get(one.incidentId);
    if (found === undefined) by.set(one.incidentId, [one]);
    else found.push(one);
  }
  return by;
}

/** Bodies and legal entities are few, and every case's parties are among them. */
async function allNames(db: Reader): Promise<ReadonlyMap<string, PartyName>> {
  const { rows } = await sql<PartyName & { id: string }>`
    select id, name, entity_id as "legalEntityId" from body_face
    union all select id, name, id from entity_face`.execute(db);
  return new Map(rows.map(({ id, name, legalEntityId }) => [id, { name, legalEntityId }]));
}
