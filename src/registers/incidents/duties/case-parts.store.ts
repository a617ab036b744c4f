import { sql } from 'kysely';
import type { Reader } from '../../../kernel/db.ts';
import { selected, type Selection, tableOf } from '../../../kernel/recorded.ts';
import type { CaseParts, PartyName } from '../case-facts.ts';
import type { Figure } from '../impact.ts';
import type { OwnAnswer } from '../own-answers.ts';
import type { NoReport, Party } from '../party.ts';
import type { Answer } from '../triage.ts';
import type { CaseDelivery, CaseRequest } from './delivery.ts';

type Of<Row> = Row & { readonly incidentId: string };

/** The parts of many cases, by the case. `ids` are those of cases. */
export async function casePartsBy(
  db: Reader,
  selection: Selection,
): Promise<(id: string) => Omit<CaseParts, 'incident'>> {
  const of = partsReader(db, selection);
  const answers = await of<Answer>(
    sql`r.question, r.answer, r.answered_at as "answeredAt"`,
    'incident_answer',
    'question',
  );
  const ownAnswers = await of<OwnAnswer>(
    sql`r.party_id as "partyId", r.question, r.answer, r.answered_at as "answeredAt"`,
    'incident_own_answer',
    'answered_at',
  );
  const figures = await of<Figure>(
    sql`r.party_id as "partyId", r.measure, r.value::float8 as value, r.estimate as "isEstimate"`,
    'incident_figure',
    'stated_at',
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
    sql`r.id, r.party_id as "partyId", r.duty, r.asked_at as "askedAt", r.due_at as "dueAt", r.asked_by as "askedBy"`,
    'incident_request',
    'asked_at',
  );
  const names = await allNames(db);
  return (id) => ({
    answers: answers.get(id) ?? [],
    ownAnswers: ownAnswers.get(id) ?? [],
    figures: figures.get(id) ?? [],
    parties: parties.get(id) ?? [],
    noReports: noReports.get(id) ?? [],
    deliveries: deliveries.get(id) ?? [],
    requests: requests.get(id) ?? [],
    names,
  });
}

/** Reads the rows of one kind of part, of all the cases at once. */
function partsReader(db: Reader, selection: Selection) {
  return async <Row>(
    columns: ReturnType<typeof sql>,
    table: string,
    order: string,
  ): Promise<Grouped<Row>> => {
    const { rows } = await sql<Of<Row>>`
      select r.incident_id as "incidentId", ${columns} from ${tableOf(table, 'r', selection)}
      where ${selected('r', selection, 'incident_id')} order by ${sql.ref(`r.${order}`)}, r.id`.execute(db);
    return grouped(rows);
  };
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
