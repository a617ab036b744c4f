import type { Circumstances, Decision } from '../../../kernel/action.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Office } from '../../../kernel/offices.ts';

/** The offices that may be told of a new report: those that see it before it has been triaged. */
export const noticeOffices = [
  'informationSecurityCoordinator',
  'securityCoordinator',
] as const satisfies readonly Office[];

/** How long (ms) it is quiet after a notice; what comes meanwhile is told together. */
export const quietFor = 15 * 60_000;

/** A report that nobody has been told of. */
export interface Untold {
  readonly id: string;
  readonly reportedAt: Date;
}

/** That those who triage have been told of a report. */
export interface Notice {
  readonly id: Id<'IncidentNotice'>;
  readonly incidentId: string;
}

export interface NextNotices {
  readonly notices: readonly Notice[];
  readonly firstAt: Date;
}

/** Tells of what has come: at once after a quiet time, else together when it has been quiet for a while. */
export function tellOfReports(
  { untold, toldAt }: { readonly untold: readonly Untold[]; readonly toldAt: Date | null },
  { now, newId }: Circumstances,
): Decision<NextNotices> | Refusal {
  const [first] = untold;
  if (first === undefined) return refuse('nothingNew');
  if (toldAt !== null && now.getTime() - toldAt.getTime() < quietFor) return refuse('nothingNew');
  const notices = untold.map(({ id }) => ({ id: newId<'IncidentNotice'>(), incidentId: id }));
  const event = {
    kind: 'incident.reportsAnnounced',
    record: null,
    data: { reports: notices.length },
    touched: notices.map(({ id }) => `incidentNotice:${id}`),
  };
  return { next: { notices, firstAt: first.reportedAt }, event };
}
