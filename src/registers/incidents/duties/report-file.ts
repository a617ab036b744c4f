import type { Circumstances, Decision } from '../../../kernel/action.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { Fields, OneOf } from '../../../kernel/schema.ts';
import type { Incident } from '../incident.ts';
import { type AuthorityReport, reportId } from './authority-report.ts';
import type { ReportFile } from './report-file.store.ts';
import { type ReportForm, reportForms } from './report-forms.ts';

export const saveReportInput = Fields({ ...reportId, form: OneOf(reportForms) });

/** A report as a file, and what is told of it. */
export interface MadeReport {
  readonly incident: Pick<Incident, 'id'>;
  readonly report: AuthorityReport;
  /** Whom the report is for; null where the law's recipient is not known. */
  readonly recipient: string | null;
  readonly form: ReportForm;
  readonly sha256: string;
  /** The very same file has been taken out before. */
  readonly isKnown: boolean;
}

/**
 * Takes a report out as a file. Of what has been approved that is a disclosure, to the authority that it is for; nobody is asked
 * what for, since the duty is the answer and it may be two in the night. A draft is taken out for work on it.
 */
export function takeOutReport(
  { incident, report, recipient, form, sha256, isKnown }: MadeReport,
  { newId }: Circumstances,
): Decision<ReportFile | null> | Refusal {
  const { contentHash, duty, stage, number } = report;
  const told = { form, sha256, duty, stage, number };
  if (contentHash === null) {
    const data = { ...told, concerns: [] };
    return {
      next: null,
      event: { kind: 'incident.reportExported', record: incident.id, concerns: [], data },
    };
  }
  const file: ReportFile = {
    id: newId<'IncidentReportFile'>(),
    reportId: report.id,
    contentHash,
    form,
    sha256,
  };
  const data = { ...told, contentHash, recipient };
  const event = { kind: 'incident.reportDisclosed', record: incident.id, data };
  if (isKnown) return { next: null, event: { ...event, concerns: [], data: { ...data, concerns: [] } } };
  return { next: file, event: { ...event, touched: [`incidentReportFile:${file.id}`] } };
}
