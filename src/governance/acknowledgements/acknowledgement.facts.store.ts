import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import { joined, selected, type Selection, tableOf } from '../../kernel/recorded.ts';
import type {
  AcknowledgedFact,
  CampaignFact,
  CampaignTargetFact,
  ExternalPartyFact,
  PolicyCoverFact,
  UnitAttestFact,
} from './acknowledgement.facts.ts';
import { coveringVersions } from './reading.ts';

/** What persons and parties have acknowledged of policies; for ids, of those persons and parties. In the order of their ids. */
export async function readAcknowledgedFacts(db: Reader, selection: Selection): Promise<AcknowledgedFact[]> {
  const all = joined(selection);
  const ofThese = selection.kind === 'ids' ? sql`and a.subject_id = any(${selection.ids}::uuid[])` : sql``;
  const { rows } = await sql<{ id: string; versions: string }>`
    select a.subject_id as id,
           string_agg(a.document_version_id::text, ',' order by a.document_version_id) as versions
    from ${tableOf('acknowledgement', 'a', all)} join ${tableOf('document', 'd', all)} on d.id = a.document_id
    where ${selected('a', all)} and ${selected('d', all)} and d.kind = 'policy' and a.withdrawn_on is null ${ofThese}
    group by 1 order by 1`.execute(db);
  // Tens of thousands have acknowledged the same few versions: one list for each combination.
  const kept = new Map<string, readonly string[]>();
  return rows.map(({ id, versions }) => {
    const known = kept.get(versions) ?? versions.split(',');
    kept.set(versions, known);
    return { id, versions: known };
  });
}

/** The persons and parties that these acknowledgements are of. */
export async function subjectsOf(db: Reader, acknowledgementIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.subject_id as id from acknowledgement a
    where a.id = any(${acknowledgementIds}::uuid[])`.execute(db);
  return rows.map((row) => row.id);
}

interface BindingRow {
  readonly versionId: string;
  readonly documentId: string;
  readonly contentHash: string;
  readonly isInForce: boolean;
  readonly demands: readonly string[];
}

/** Which versions cover each policy in force; always all of them. */
export async function readPolicyCoverFacts(db: Reader, selection: Selection): Promise<PolicyCoverFact[]> {
  const all = joined(selection);
  const { rows } = await sql<BindingRow>`
    select v.id as "versionId", v.document_id as "documentId", v.content_hash as "contentHash",
           v.state = 'inForce' as "isInForce",
           coalesce((select array_agg(distinct s.demand || ':' || s.hash order by s.demand || ':' || s.hash)
             from ${tableOf('sentence', 's', all)}
             where s.document_version_id = v.id and s.demand is not null and ${selected('s', all)}), '{}') as demands
    from ${tableOf('document_version', 'v', all)} join ${tableOf('document', 'd', all)} on d.id = v.document_id
    where ${selected('v', all)} and ${selected('d', all)} and d.kind = 'policy'
      and v.state in ('inForce', 'superseded', 'repealed') order by v.id`.execute(db);
  return rows
    .filter((row) => row.isInForce)
    .map((row) => ({
      id: row.versionId,
      coveredBy: coveringVersions(
        row,
        rows.filter((one) => one.documentId === row.documentId),
      ),
    }));
}

/** Campaigns, closed ones too, in the order of their ids. */
export async function readCampaignFacts(db: Reader, selection: Selection): Promise<CampaignFact[]> {
  const { rows } = await sql<CampaignFact>`
    select c.id, c.document_id as "documentId" from ${tableOf('campaign', 'c', selection)}
    where ${selected('c', selection)} order by c.id`.execute(db);
  return rows;
}

/** Figures that have been set, in the order of their ids. */
export async function readCampaignTargetFacts(
  db: Reader,
  selection: Selection,
): Promise<CampaignTargetFact[]> {
  const { rows } = await sql<CampaignTargetFact>`
    select t.id, t.name, t.value from ${tableOf('campaign_target', 't', selection)}
    where ${selected('t', selection)} order by t.id`.execute(db);
  return rows;
}

/** What heads have said of their units, in the order of their ids. */
export async function readUnitAttestFacts(db: Reader, selection: Selection): Promise<UnitAttestFact[]> {
  const { rows } = await sql<UnitAttestFact>`
    select a.id, a.unit_id as "unitId", a.is_followed as "isFollowed", a.attested_on as "attestedOn"
    from ${tableOf('unit_attest', 'a', selection)} where ${selected('a', selection)} order by a.id`.execute(
    db,
  );
  return rows;
}

/** External parties, ended ones too, in the order of their ids. */
export async function readExternalPartyFacts(db: Reader, selection: Selection): Promise<ExternalPartyFact[]> {
  const { rows } = await sql<ExternalPartyFact>`
    select e.id, e.name, e.unit_id as "unitId", e.relevant, e.contractor, e.obligation,
           e.agreement_review_id as "agreementReviewId", e.ended_on as "endedOn"
    from ${tableOf('external_party', 'e', selection)} where ${selected('e', selection)} order by e.id`.execute(
    db,
  );
  return rows;
}
