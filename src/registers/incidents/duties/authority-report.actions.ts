import { action, type LoadRequest, type Stamp } from '../../../kernel/action.ts';
import type { Transaction } from '../../../kernel/db.ts';
import { incidentAccess } from '../incident.access.ts';
import { circleKeys } from '../incident.ts';
import { entriesOf } from '../parts.store.ts';
import { readIncidentSetting } from '../file.store.ts';
import {
  approveInput,
  approveRefusals,
  approveReport,
  draftInput,
  draftRefusals,
  draftReport,
  type LoadedReports,
  type NextReport,
  reopenReport,
  reopenReportInput,
  reopenReportRefusals,
  writeInput,
  writeRefusals,
  writeReport,
} from './authority-report.ts';
import { contactOf, enterReply, organisationOf, reportsOf, saveReport } from './authority-report.store.ts';
import { loadDuties, onDuties, saveDuty } from './delivery.actions.ts';
import { knownOf } from './known.ts';
import { noteReply, replyInput, replyRefusals, sendInput, sendRefusals, sendReport } from './sent-report.ts';

async function loadReports(
  transaction: Transaction,
  request: LoadRequest<unknown>,
): Promise<LoadedReports | null> {
  const loaded = await loadDuties(transaction, request);
  if (loaded === null) return null;
  const { incident, links, parts } = loaded;
  const { aloneAtNight } = await readIncidentSetting(transaction);
  const contact = await contactOf(transaction, incident.handlerId ?? request.circumstances.actor.personId);
  return {
    ...loaded,
    reports: await reportsOf(transaction, request.id),
    aloneAtNight,
    known: knownOf({
      ...{ incident, links, contact },
      answers: parts.answers,
      entries: await entriesOf(transaction, request.id),
      organisation: await organisationOf(transaction),
    }),
  };
}

async function saveWithReport(
  transaction: Transaction,
  loaded: LoadedReports,
  next: NextReport,
  stamp: Stamp,
): Promise<{ id: string; version: number; reportId: string }> {
  const saved = await saveDuty(transaction, loaded, next, stamp);
  // A reply leaves the report as it was sent.
  if (next.reply === undefined) await saveReport(transaction, next.incident.id, next.report, stamp);
  else await enterReply(transaction, next.reply, stamp);
  return { ...saved, reportId: next.report.id };
}

const onReports = { ...onDuties, load: loadReports, save: saveWithReport } as const;

export const draft = action({
  ...onReports,
  name: 'incident.draftReport',
  input: draftInput,
  refusals: draftRefusals,
  decide: draftReport,
});

export const write = action({
  ...onReports,
  name: 'incident.writeReport',
  input: writeInput,
  refusals: [...writeRefusals, 'dutyUnknown', 'stageUnknown'],
  decide: writeReport,
});

/** The second person is anybody whom the whole case is open to. */
export const approve = action({
  ...onReports,
  name: 'incident.approveReport',
  permission: incidentAccess.approve,
  input: approveInput,
  refusals: approveRefusals,
  keys: circleKeys,
  decide: approveReport,
});

export const reopenApproved = action({
  ...onReports,
  name: 'incident.reopenReport',
  input: reopenReportInput,
  refusals: reopenReportRefusals,
  decide: (loaded, { reportId }, circumstances) => reopenReport(loaded, reportId, circumstances),
});

export const send = action({
  ...onReports,
  name: 'incident.sendReport',
  input: sendInput,
  refusals: sendRefusals,
  decide: sendReport,
});

export const reply = action({
  ...onReports,
  name: 'incident.noteReply',
  input: replyInput,
  refusals: replyRefusals,
  decide: noteReply,
});
