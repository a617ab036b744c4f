import { action, type LoadRequest, type Stamp } from '../../../kernel/action.ts';
import type { Transaction } from '../../../kernel/db.ts';
import { readDutyData } from '../../../duties/duty-data.store.ts';
import { filesOf } from '../file.store.ts';
import { show, version } from '../incident.actions.ts';
import { incidentAccess } from '../incident.access.ts';
import { loadCase, saveCase } from '../incident.store.ts';
import { handlerKeys } from '../incident.ts';
import { casePartsOf } from '../party.store.ts';
import {
  deliveryInput,
  deliveryRefusals,
  type LoadedDuties,
  type NextDuty,
  noteDelivery,
  noteRequest,
  requestInput,
  requestRefusals,
} from './delivery.ts';
import { enterDelivery, enterRequest } from './delivery.store.ts';

/** Finds the case of a step with all that its duties turn on, within what the actor may see. */
export async function loadDuties(
  transaction: Transaction,
  { id, scope, circumstances }: LoadRequest<unknown>,
): Promise<LoadedDuties | null> {
  const loaded = await loadCase(transaction, id, scope, circumstances.today);
  if (loaded === null) return null;
  const files = await filesOf(transaction, id);
  return {
    ...loaded,
    parts: await casePartsOf(transaction, loaded.incident),
    data: await readDutyData(transaction),
    fileIds: files.map((one) => one.id),
  };
}

/** Saves the case as a step leaves it, and the row that goes with it. */
export async function saveDuty(
  transaction: Transaction,
  _loaded: LoadedDuties,
  next: NextDuty,
  stamp: Stamp,
): Promise<{ id: string; version: number }> {
  const { incident, delivery, request } = next;
  await saveCase(transaction, next, stamp);
  if (delivery !== undefined) await enterDelivery(transaction, incident.id, delivery, stamp);
  if (request !== undefined) await enterRequest(transaction, incident.id, request, stamp);
  return { id: incident.id, version: incident.version };
}

/** Whoever works on the case sees to its duties. */
export const onDuties = {
  on: 'record',
  permission: incidentAccess.work,
  readable: incidentAccess.read,
  keys: handlerKeys,
  version,
  show,
} as const;

export const dutyDone = action({
  ...onDuties,
  name: 'incident.noteDutyDone',
  input: deliveryInput,
  refusals: deliveryRefusals,
  load: loadDuties,
  decide: noteDelivery,
  save: saveDuty,
});

export const reportRequested = action({
  ...onDuties,
  name: 'incident.noteReportRequest',
  input: requestInput,
  refusals: requestRefusals,
  load: loadDuties,
  decide: noteRequest,
  save: saveDuty,
});
