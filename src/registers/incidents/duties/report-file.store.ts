import { sql } from 'kysely';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { ReportForm } from './report-forms.ts';

/** A file of an approved report that somebody has taken out. */
export interface ReportFile {
  readonly id: Id<'IncidentReportFile'>;
  readonly reportId: string;
  readonly contentHash: string;
  readonly form: ReportForm;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** A file as the report's page shows it. */
export interface ReportFileRow extends Pick<ReportFile, 'form' | 'sha256'> {
  readonly madeAt: Date;
}

/** The files that have been taken out of a report as it is frozen now, the oldest first. */
export async function reportFilesOf(
  db: Reader,
  report: { readonly id: string; readonly contentHash: string | null },
): Promise<ReportFileRow[]> {
  if (report.contentHash === null) return [];
  const { rows } = await sql<ReportFileRow>`
    select form, encode(sha256, 'hex') as sha256, made_at as "madeAt" from incident_report_file
    where report_id = ${report.id} and content_hash = ${Buffer.from(report.contentHash, 'hex')}
    order by made_at, id`.execute(db);
  return rows;
}

/** Whether the very same file has been taken out before. */
export async function isTakenOut(
  db: Reader,
  { reportId, form, sha256 }: Omit<ReportFile, 'id' | 'contentHash'>,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select id from incident_report_file
    where report_id = ${reportId} and form = ${form} and sha256 = ${Buffer.from(sha256, 'hex')}`.execute(db);
  return rows.length > 0;
}

/** Keeps that a file was taken out, by its checksum. */
export async function enterReportFile(
  transaction: Transaction,
  one: ReportFile,
  stamp: Stamp,
): Promise<void> {
  await sql`insert into incident_report_file (id, version, changed_by_event, report_id, content_hash, form, sha256, made_at)
    values (${one.id}, 1, ${stamp.eventId}, ${one.reportId}, ${Buffer.from(one.contentHash, 'hex')}, ${one.form},
      ${Buffer.from(one.sha256, 'hex')}, ${stamp.at})`.execute(transaction);
}
