import { sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import { whereCovered } from '../../kernel/access.ts';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { PersonKind } from '../../people/person.facts.ts';
import type { DocumentId, DocumentVersionId } from '../documents/document.ts';
import type {
  Acknowledgement,
  ExternalPartyId,
  Paper,
  PaperGround,
  Signatory,
  Signed,
  Subject,
} from './acknowledgement.ts';
import type { CampaignId, CampaignState } from './campaign.ts';
import type { QuestionAudience } from './questions/question-set.ts';
import { versionInForce } from './reading.store.ts';

interface Row {
  readonly id: Acknowledgement['id'];
  readonly version: number;
  readonly personId: PersonId | null;
  readonly externalPartyId: ExternalPartyId | null;
  readonly documentId: DocumentId;
  readonly documentVersionId: DocumentVersionId;
  readonly contentHash: string;
  readonly sinceVersionId: DocumentVersionId | null;
  readonly campaignId: CampaignId | null;
  readonly acknowledgedAt: Date;
  readonly way: Acknowledgement['way'];
  readonly questionsDone: boolean;
  readonly heldOn: string | null;
  readonly meeting: string | null;
  readonly enteredBy: PersonId | null;
  readonly signedCompany: string | null;
  readonly signedName: string | null;
  readonly withdrawnOn: string | null;
}

const columns = sql`a.id, a.version, a.person_id as "personId", a.external_party_id as "externalPartyId",
  a.document_id as "documentId", a.document_version_id as "documentVersionId", a.content_hash as "contentHash",
  a.since_version_id as "sinceVersionId", a.campaign_id as "campaignId", a.acknowledged_at as "acknowledgedAt", a.way,
  a.questions_done as "questionsDone", a.held_on as "heldOn", a.meeting, a.entered_by as "enteredBy",
  a.signed_company as "signedCompany", a.signed_name as "signedName", a.withdrawn_on as "withdrawnOn"`;

/** Who a pair of ids names; the database keeps that it is one of them. */
export function subjectOf(row: {
  readonly personId: string | null;
  readonly externalPartyId: string | null;
}): Subject {
  if (row.personId !== null) return { personId: row.personId as PersonId, externalPartyId: null };
  return { personId: null, externalPartyId: row.externalPartyId as ExternalPartyId };
}

function toAcknowledgement(row: Row): Acknowledgement {
  const { personId, externalPartyId, heldOn, meeting, enteredBy, signedCompany, signedName, ...rest } = row;
  const paper: Paper | null = heldOn === null || meeting === null ? null : { heldOn, meeting, enteredBy };
  const signed: Signed | null =
    signedCompany === null || signedName === null ? null : { company: signedCompany, name: signedName };
  return { ...rest, subject: subjectOf({ personId, externalPartyId }), paper, signed };
}

/** One acknowledgement, locked; null when there is none. */
export async function loadAcknowledgement(
  transaction: Transaction,
  id: string,
): Promise<Acknowledgement | null> {
  const { rows } =
    await sql<Row>`select ${columns} from acknowledgement a where a.id = ${id} for update`.execute(
      transaction,
    );
  return rows[0] === undefined ? null : toAcknowledgement(rows[0]);
}

/** Saves acknowledgements that have just been made, in one statement. */
export async function insertAcknowledgements(
  transaction: Transaction,
  made: readonly Acknowledgement[],
  stamp: Stamp,
): Promise<void> {
  const rows = made.map(({ subject, paper, signed, ...one }) => ({
    id: one.id,
    person_id: subject.personId,
    external_party_id: subject.externalPartyId,
    document_id: one.documentId,
    document_version_id: one.documentVersionId,
    content_hash: one.contentHash,
    since_version_id: one.sinceVersionId,
    campaign_id: one.campaignId,
    acknowledged_at: one.acknowledgedAt,
    way: one.way,
    questions_done: one.questionsDone,
    held_on: paper?.heldOn ?? null,
    meeting: paper?.meeting ?? null,
    entered_by: paper?.enteredBy ?? null,
    signed_company: signed?.company ?? null,
    signed_name: signed?.name ?? null,
  }));
  const names = sql`id, person_id, external_party_id, document_id, document_version_id, content_hash, since_version_id,
    campaign_id, acknowledged_at, way, questions_done, held_on, meeting, entered_by, signed_company, signed_name`;
  await sql`insert into acknowledgement (version, changed_by_event, ${names})
    select 1, ${stamp.eventId}, ${names}
    from jsonb_populate_recordset(null::acknowledgement, ${JSON.stringify(rows)}::jsonb)`.execute(
    transaction,
  );
}

/** Saves that an acknowledgement has been taken back. */
export async function saveWithdrawn(
  transaction: Transaction,
  { id, version, withdrawnOn }: Acknowledgement,
  stamp: Stamp,
): Promise<void> {
  await sql`update acknowledgement set version = ${version}, changed_by_event = ${stamp.eventId},
    withdrawn_on = ${withdrawnOn} where id = ${id}`.execute(transaction);
}

/** Spends every link that has been sent to somebody for a version: whoever has one of them cannot acknowledge by it any more. */
export async function spendLinks(
  transaction: Transaction,
  { subject, documentVersionId }: Pick<Acknowledgement, 'subject' | 'documentVersionId'>,
  at: Date,
): Promise<void> {
  await sql`
    update acknowledgement_link l set spent_at = ${at}
    from campaign_recipient r join campaign c on c.id = r.campaign_id
    where l.recipient_id = r.id and l.spent_at is null and c.document_version_id = ${documentVersionId}
      and r.subject_id = ${subject.personId ?? subject.externalPartyId}`.execute(transaction);
}

/** Counts the choices of somebody among those of all in her audience. Nothing tells whose they were. */
export async function countChoices(
  transaction: Transaction,
  campaignId: string,
  audience: QuestionAudience,
  choices: readonly number[],
): Promise<void> {
  const rows = choices.map((choice, question) => ({ question, choice }));
  await sql`
    insert into question_tally as t (campaign_id, audience, question, choice, answers)
    select ${campaignId}, ${audience}, c.question, c.choice, 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(question smallint, choice smallint)
    order by c.question
    on conflict (campaign_id, audience, question, choice) do update set answers = t.answers + 1`.execute(
    transaction,
  );
}

/** What an asker of one version is to somebody: her kind, what she knows, and whether it is done. */
export interface Standing {
  readonly kind: PersonKind;
  readonly campaignId: CampaignId | null;
  readonly hasAcknowledged: boolean;
}

/** Where a person stands with a version that day: the open campaign that asks her, and whether she has acknowledged it. */
export async function standingOf(
  db: Reader,
  personId: string,
  versionId: string,
  today: string,
): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select p.kind, (select c.id from campaign_recipient r join campaign c on c.id = r.campaign_id
        where r.subject_id = p.id and r.left_on is null and c.document_version_id = ${versionId}
          and c.state <> 'closed' and c.opens_on <= ${today}::date order by c.opens_on, c.id limit 1) as "campaignId",
      exists (select from acknowledgement a where a.subject_id = p.id and a.document_version_id = ${versionId}
        and a.withdrawn_on is null) as "hasAcknowledged"
    from person_face p where p.id = ${personId}`.execute(db);
  return rows[0] ?? null;
}

/** The newest version of a document, other than this one, that a person or party has acknowledged; null for none. */
export async function latestAcknowledged(
  db: Reader,
  subject: Subject,
  documentId: string,
  versionId: string,
): Promise<DocumentVersionId | null> {
  const { rows } = await sql<{ id: DocumentVersionId }>`
    select v.id from acknowledgement a join document_version v on v.id = a.document_version_id
    where a.subject_id = ${subject.personId ?? subject.externalPartyId}
      and a.document_id = ${documentId} and a.document_version_id <> ${versionId} and a.withdrawn_on is null
    order by v.number desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** What a link leads to: whose it is, of which campaign, and whether it has been used. */
export interface LinkedRecipient {
  readonly recipientId: string;
  readonly campaignId: CampaignId;
  readonly campaignState: CampaignState;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly documentId: DocumentId;
  readonly documentVersionId: DocumentVersionId;
  readonly personId: PersonId | null;
  readonly externalPartyId: ExternalPartyId | null;
  readonly sinceVersionId: DocumentVersionId | null;
  readonly kind: PersonKind | null;
  /** Of a person; of a party its contact. */
  readonly givenName: string;
  readonly familyName: string;
  /** The party's name; null for a person. */
  readonly company: string | null;
  readonly hasLeft: boolean;
  /** An acknowledgement has been taken back since the link was sent. */
  readonly isSpent: boolean;
  readonly acknowledgedAt: Date | null;
}

/**
 * The recipient that a token belongs to, by its hash; null when it is nobody's. A link is nobody's any more when its owner has
 * another address than it was sent to: who has the mail may be somebody else.
 */
export async function recipientOfLink(
  db: Reader,
  tokenHash: Buffer,
  today: string,
): Promise<LinkedRecipient | null> {
  const { rows } = await sql<LinkedRecipient>`
    select r.id as "recipientId", c.id as "campaignId", c.state as "campaignState", c.opens_on as "opensOn",
      c.closes_on as "closesOn", c.document_id as "documentId", c.document_version_id as "documentVersionId",
      r.person_id as "personId", r.external_party_id as "externalPartyId", r.since_version_id as "sinceVersionId", p.kind,
      coalesce(p.given_name, e.contact_name) as "givenName", coalesce(p.family_name, '') as "familyName", e.name as company,
      r.left_on is not null or coalesce(p.valid_before <= ${today}::date, false) or e.ended_on is not null as "hasLeft",
      l.spent_at is not null as "isSpent",
      (select a.acknowledged_at from acknowledgement a
       where a.subject_id = r.subject_id
         and a.document_version_id = c.document_version_id and a.withdrawn_on is null) as "acknowledgedAt"
    from acknowledgement_link l join campaign_recipient r on r.id = l.recipient_id join campaign c on c.id = r.campaign_id
    left join person_face p on p.id = r.person_id left join external_party e on e.id = r.external_party_id
    left join person_email_face m on m.id = r.person_id
    where l.token_hash = ${tokenHash}
      and (l.address_hash is null or l.address_hash = sha256(convert_to(coalesce(m.email, e.email), 'UTF8')))`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** The campaign that a signed list is entered in, with those of the ids that are its recipients within the scope, locked. */
export async function loadPaperGround(
  transaction: Transaction,
  campaignId: string,
  recipientIds: readonly string[],
  scope: Scope,
  today: string,
): Promise<PaperGround | null> {
  const campaigns = await sql<{
    documentId: DocumentId;
    documentVersionId: DocumentVersionId;
    contentHash: string;
    opensOn: string;
    state: CampaignState;
  }>`select c.document_id as "documentId", c.document_version_id as "documentVersionId", c.content_hash as "contentHash",
      c.opens_on as "opensOn", c.state from campaign c where c.id = ${campaignId} for share`.execute(
    transaction,
  );
  const campaign = campaigns.rows[0];
  if (campaign === undefined) return null;
  const { documentId, documentVersionId, contentHash, opensOn, state } = campaign;
  const { rows } = await sql<
    Omit<Signatory, 'subject'> & { personId: string | null; externalPartyId: string | null }
  >`
    select r.id as "recipientId", r.person_id as "personId", r.external_party_id as "externalPartyId",
      r.since_version_id as "sinceVersionId",
      exists (select from acknowledgement a where a.subject_id = r.subject_id
        and a.document_version_id = ${documentVersionId} and a.withdrawn_on is null) as "hasAcknowledged"
    from campaign_recipient r left join person_face p on p.id = r.person_id
    left join external_party e on e.id = r.external_party_id
    where r.campaign_id = ${campaignId} and r.id = any(${recipientIds}::uuid[]) and r.left_on is null
      and ${whereCovered(scope, { unit: sql`coalesce(p.unit_id, e.unit_id)` })}
    order by r.id for update of r`.execute(transaction);
  const inForce = await versionInForce(transaction, documentId, today);
  return {
    campaignId: campaignId as CampaignId,
    text: { documentId, documentVersionId, contentHash },
    opensOn,
    isClosed: state === 'closed' || inForce?.id !== documentVersionId,
    signatories: rows.map((row) => ({
      recipientId: row.recipientId,
      sinceVersionId: row.sinceVersionId,
      hasAcknowledged: row.hasAcknowledged,
      subject: subjectOf(row),
    })),
  };
}
