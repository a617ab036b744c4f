import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, Reason, type Static } from '../../../kernel/schema.ts';
import { stepped } from '../incident.ts';
import { Instant, readInstant } from '../instant.ts';
import { type LoadedReports, type NextReport, openReport, type Reply, reportId } from './authority-report.ts';
import { delivered, deliveryFrom, dutyEvent, dutyFault, sentFields, sentRefusals } from './delivery.ts';

export const sendInput = Fields({ ...reportId, ...sentFields });

export const sendRefusals = [
  'notTriaged',
  'merged',
  'dutyUnknown',
  'stageUnknown',
  'reportUnknown',
  'notApproved',
  ...sentRefusals,
] as const;

/** Notes that an approved report was sent: when, how, and what shows it. Sending late is allowed, with its reason. */
export function sendReport(
  loaded: LoadedReports,
  input: Static<typeof sendInput>,
  circumstances: Circumstances,
): Decision<NextReport> | Refusal {
  const found = openReport(loaded, input.reportId, circumstances.now);
  if ('refused' in found) return found;
  const { report, standing, stage } = found;
  if (report.state !== 'approved') return refuse('notApproved');
  const { partyId, duty, stage: key } = report;
  const delivery = deliveryFrom(loaded, { ...input, partyId, duty, stage: key }, stage, circumstances);
  if ('refused' in delivery) return delivery;
  const sent = { ...report, version: report.version + 1, state: 'sent', deliveryId: delivery.id } as const;
  const { next, event } = delivered('incident.reportSent', loaded, standing, delivery, [
    `incidentReport:${report.id}`,
  ]);
  return { next: { ...next, report: sent }, event };
}

export const replyInput = Fields({ ...reportId, receivedAt: Instant(), text: Reason(4000) });

export const replyRefusals = [
  'notTriaged',
  'merged',
  'reportUnknown',
  'notSent',
  'notATime',
  'timeInFuture',
] as const;

/** Notes what an authority answered. */
export function noteReply(
  loaded: LoadedReports,
  input: Static<typeof replyInput>,
  { actor, now, newId }: Circumstances,
): Decision<NextReport> | Refusal {
  const fault = dutyFault(loaded);
  if (fault !== null) return fault;
  const report = loaded.reports.find((one) => one.id === input.reportId);
  if (report === undefined) return refuse('reportUnknown', { field: 'reportId' });
  if (report.state !== 'sent') return refuse('notSent');
  const receivedAt = readInstant(input.receivedAt);
  if (receivedAt === null) return refuse('notATime', { field: 'receivedAt' });
  if (receivedAt > now) return refuse('timeInFuture', { field: 'receivedAt' });
  const reply: Reply = {
    id: newId<'IncidentReply'>(),
    reportId: report.id,
    receivedAt,
    text: input.text,
    notedBy: actor.personId,
  };
  const after = stepped(loaded.incident, {});
  const event = dutyEvent(
    'incident.replyReceived',
    loaded.incident,
    after,
    [`incidentReport:${report.id}`, `incidentReply:${reply.id}`],
    { 'report.number': report.number, receivedAt: receivedAt.toISOString() },
  );
  // The report itself stays as it was sent.
  return { next: { incident: after, report, reply }, event };
}
