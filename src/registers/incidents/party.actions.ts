import { evaluate } from '../../duties/evaluate.ts';
import { readDutyData } from '../../duties/duty-data.store.ts';
import { action, type LoadRequest, type Stamp } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { caseFactsOf } from './case-facts.ts';
import { load, readable, save, show, version } from './incident.actions.ts';
import { hasDeliveries } from './duties/delivery.store.ts';
import { incidentAccess } from './incident.access.ts';
import { handlerKeys } from './incident.ts';
import {
  type CaseWithParties,
  decideNoReport,
  type DutyAround,
  endParty,
  endPartyInput,
  type NextNoReport,
  type NextParty,
  noReportInput,
  noReportRefusals,
  partyInput,
  partyRefusals,
  setParty,
  withdrawInput,
  withdrawNoReport,
} from './party.ts';
import { casePartsOf, noReportsOf, partiesOf, partyStands, saveNoReport, saveParty } from './party.store.ts';

async function withParties(
  transaction: Transaction,
  request: LoadRequest<unknown>,
): Promise<CaseWithParties | null> {
  const loaded = await load(transaction, request);
  if (loaded === null) return null;
  const { id } = request;
  return {
    ...loaded,
    parties: await partiesOf(transaction, id),
    noReports: await noReportsOf(transaction, id),
  };
}

const saveWithParty = async (
  transaction: Transaction,
  loaded: CaseWithParties,
  next: NextParty,
  stamp: Stamp,
) => {
  await saveParty(transaction, next.incident.id, next.party, stamp);
  return save(transaction, loaded, next, stamp);
};

const saveWithNoReport = async (
  transaction: Transaction,
  loaded: CaseWithParties,
  next: NextNoReport,
  stamp: Stamp,
) => {
  await saveNoReport(transaction, next.incident.id, next.noReport, stamp);
  return save(transaction, loaded, next, stamp);
};

export const concern = action({
  name: 'incident.concern',
  on: 'record',
  permission: incidentAccess.work,
  readable,
  input: partyInput,
  refusals: partyRefusals,
  load: async (transaction, request) => {
    const loaded = await withParties(transaction, request);
    if (loaded === null) return null;
    const { input, circumstances } = request;
    return { ...loaded, stands: await partyStands(transaction, input, circumstances.today) };
  },
  keys: handlerKeys,
  version,
  show,
  decide: (loaded, input, circumstances) => setParty(loaded, input, loaded.stands, circumstances),
  save: saveWithParty,
});

export const release = action({
  name: 'incident.release',
  on: 'record',
  permission: incidentAccess.work,
  readable,
  input: endPartyInput,
  refusals: ['notTriaged', 'over', 'partyUnknown', 'partyHasDone'],
  load: async (transaction, request) => {
    const loaded = await withParties(transaction, request);
    if (loaded === null) return null;
    const hasDone = await hasDeliveries(transaction, request.id, request.input.partyId);
    return { ...loaded, hasDone };
  },
  keys: handlerKeys,
  version,
  show,
  decide: (loaded, { partyId }, circumstances) => endParty(loaded, partyId, loaded.hasDone, circumstances),
  save: saveWithParty,
});

export const noReport = action({
  name: 'incident.decideNoReport',
  on: 'record',
  permission: incidentAccess.coordinate,
  readable,
  input: noReportInput,
  refusals: noReportRefusals,
  load: async (transaction, request) => {
    const loaded = await withParties(transaction, request);
    if (loaded === null) return null;
    const facts = caseFactsOf(await casePartsOf(transaction, loaded.incident));
    const { duties } = evaluate(facts, await readDutyData(transaction), request.circumstances.now);
    const { duty, partyId } = request.input;
    const standing = duties.find(
      (one) => one.duty.id === duty && one.party.id === partyId && one.verdict !== 'doesNotArise',
    );
    const around: DutyAround | null =
      standing === undefined ? null : { isLate: standing.stages.some(({ state }) => state === 'late') };
    return { ...loaded, around };
  },
  keys: () => ({}),
  version,
  show,
  decide: (loaded, input, circumstances) => decideNoReport(loaded, input, loaded.around, circumstances),
  save: saveWithNoReport,
});

export const withdraw = action({
  name: 'incident.withdrawNoReport',
  on: 'record',
  permission: incidentAccess.coordinate,
  readable,
  input: withdrawInput,
  refusals: ['decisionUnknown'],
  load: withParties,
  keys: () => ({}),
  version,
  show,
  decide: (loaded, { decisionId }, circumstances) => withdrawNoReport(loaded, decisionId, circumstances),
  save: saveWithNoReport,
});
