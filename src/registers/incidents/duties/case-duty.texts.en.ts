import type { dutyEventsSv, dutyFieldsSv, dutyRefusalsSv } from './case-duty.texts.sv.ts';

export const dutyFieldsEn: Record<keyof typeof dutyFieldsSv, string> = {
  party: 'Whom it concerns',
  stage: 'Step',
  sentAt: 'Sent',
  channel: 'How it was sent',
  caseNumber: 'The recipient’s case number',
  receiptId: 'Receipt',
  askedAt: 'When they asked',
  dueAt: 'When the answer is due',
  reportId: 'Report',
  'report.number': 'Part',
  said: 'The text of the report',
  contentHash: 'Checksum of the report (SHA-256)',
  alone: 'Approved by its writer',
  aloneReason: 'Why nobody else approves it',
  receivedAt: 'When the answer came',
};

export const dutyRefusalsEn: Record<keyof typeof dutyRefusalsSv, string> = {
  partyHasDone: 'Something has been done or decided for them already. It is not lost, so they remain.',
  hasReports: 'Reports have been sent for the case. Tie the cases together instead of merging them.',
  stageUnknown: 'There is no such step.',
  needsReport: 'The step has a report. Write it first, and note that it was sent.',
  noReportToWrite: 'The step has no report to write in Värna.',
  draftWaits: 'There is already a report that has not been sent. Go on with that one.',
  notAsked: 'A request can only be noted for what is given on request.',
  reportUnknown: 'There is no such report.',
  frozen: 'The report is approved and cannot be changed. Reopen it if something is wrong.',
  fieldUnknown: 'The field is no part of the report.',
  fieldsMissing: 'Some required fields are empty. Write what you know, or that it is not known yet.',
  sameWriter: 'You have written in the report. Somebody who has not needs to approve it.',
  aloneReasonMissing: 'Write why nobody else can approve it just now.',
  notApproved: 'The report is not approved.',
  notSent: 'The report has not been sent.',
};

export const dutyEventsEn: Record<keyof typeof dutyEventsSv, string> = {
  'incident.dutyDone': 'noted that a duty was done',
  'incident.reportRequested': 'noted that an authority has asked for a report',
  'incident.reportDrafted': 'began a report to an authority',
  'incident.reportWritten': 'wrote in a report to an authority',
  'incident.reportApproved': 'approved a report to an authority',
  'incident.reportReopened': 'reopened an approved report',
  'incident.reportSent': 'noted that a report was sent',
  'incident.replyReceived': 'noted an authority’s answer',
};
