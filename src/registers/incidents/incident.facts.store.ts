import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import { timeZone } from '../../kernel/calendar.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { selected, type Selection, tableOf } from '../../kernel/recorded.ts';
import type { ReportAttest } from './attest.ts';
import type { ChannelTestFact, IncidentFact, ReportAttestFact } from './incident.facts.ts';

/** Cases that may be known of: triaged and not secret, merged ones too, in the order of their ids. */
export async function readIncidentFacts(db: Reader, selection: Selection): Promise<IncidentFact[]> {
  const { rows } = await sql<IncidentFact>`
    select i.id, case i.series when 'open' then 'H' else 'HS' end || ' ' || i.number_year || '-'
             || lpad(i.number::text, 4, '0') as name, i.state, i.unit_id as "unitId",
           (i.reported_at at time zone ${timeZone})::date as "reportedOn", i.root_cause <> '' as "hasCause",
           i.follow_up_on as "followUpOn", i.followed_up_on as "followedUpOn",
           (i.closed_at at time zone ${timeZone})::date as "closedOn"
    from ${tableOf('incident', 'i', selection)}
    where ${selected('i', selection)} and not i.secret and i.state <> 'reported' order by i.id`.execute(db);
  return rows;
}

/** What has been attested of units' reporting, in the order of their ids. */
export async function readReportAttestFacts(db: Reader, selection: Selection): Promise<ReportAttestFact[]> {
  const { rows } = await sql<ReportAttestFact>`
    select a.id, a.unit_id as "unitId", a.what, a.attested_on as "attestedOn"
    from ${tableOf('report_attest', 'a', selection)} where ${selected('a', selection)} order by a.id`.execute(
    db,
  );
  return rows;
}

/** The newest test of the channel for reports; when asked by id, those. */
export async function readChannelTestFacts(db: Reader, selection: Selection): Promise<ChannelTestFact[]> {
  const { rows } = await sql<ChannelTestFact>`
    select t.id, t.outcome, (t.tested_at at time zone ${timeZone})::date as "testedOn",
           to_char(t.tested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') as "testedAt"
    from ${tableOf('channel_test', 't', selection)} where ${selected('t', selection)}
    order by t.tested_at desc, t.id limit ${selection.kind === 'ids' ? selection.ids.length : 1}`.execute(db);
  return rows;
}

/** Saves what has been attested. */
export async function saveAttest(transaction: Transaction, row: ReportAttest, stamp: Stamp): Promise<void> {
  await sql`insert into report_attest (id, version, changed_by_event, unit_id, what, note, attested_on, attested_by)
    values (${row.id}, 1, ${stamp.eventId}, ${row.unitId}, ${row.what}, ${row.note}, ${row.attestedOn},
      ${row.attestedBy})`.execute(transaction);
}
