import { scanFile } from '../../../files/scan.ts';
import { covers, scopeOf } from '../../../kernel/access.ts';
import { action } from '../../../kernel/action.ts';
import { Turns } from '../../../kernel/recorded/turns.ts';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, Reason } from '../../../kernel/schema.ts';
import { campaignAccess, signedListAccess } from '../campaign.access.ts';
import { readCampaign, unitsStand } from '../campaign.store.ts';
import {
  addList,
  type ArrivedList,
  endList,
  listInput,
  listRefusals,
  listRequestBytes,
  openList,
  openRefusals,
  type SignedList,
} from './signed-list.ts';
import { bytesOfList, fingerprintsOf, insertList, loadList, saveEnded } from './signed-list.store.ts';

/** Each holds a connection and runs a scanner: a few at a time, and whoever finds the line full may come back. */
const scans = new Turns({ atOnce: 2, waiting: 4, each: 2 });
const keys = (list: SignedList) => ({ unit: list.unitId });

export const add = action({
  name: 'signedList.add',
  on: 'record',
  permission: signedListAccess.add,
  readable: campaignAccess.read,
  input: listInput,
  refusals: listRefusals,
  constraints: { signed_list_once: 'listThere' },
  largestInput: listRequestBytes,
  // The id is the campaign's.
  load: async (transaction, { id, input, circumstances }) => {
    const { actor, today } = circumstances;
    const campaign = await readCampaign(transaction, id);
    if (campaign === null) return null;
    const right = scopeOf(actor, signedListAccess.add);
    if (right === null || !covers(right, { unit: input.unitId })) return refuse('forbidden');
    const unitStands = input.unitId === null || (await unitsStand(transaction, [input.unitId], today));
    const ground = { campaign, unitStands, had: await fingerprintsOf(transaction, id) };
    const bytes = Buffer.from(input.content, 'base64');
    const unseen: ArrivedList = { bytes, scanned: { standing: 'unscanned', finding: '' } };
    // What would not be taken anyway is not scanned.
    const first = addList(ground, input, unseen, circumstances);
    if (isRefusal(first)) return first;
    const scanned = await scans.take(actor.credentialId ?? actor.kind, () => scanFile(bytes));
    return isRefusal(scanned) ? scanned : { ...ground, arrived: { bytes, scanned } };
  },
  keys: (_ground, { unitId }) => ({ unit: unitId }),
  decide: (ground, input, circumstances) => addList(ground, input, ground.arrived, circumstances),
  save: async (transaction, { arrived }, next, stamp) => {
    await insertList(transaction, next, arrived.bytes, stamp);
    return { id: next.id, standing: next.standing };
  },
});

export const open = action({
  name: 'signedList.open',
  on: 'record',
  permission: signedListAccess.read,
  readable: signedListAccess.read,
  input: Fields({}),
  refusals: openRefusals,
  // Large, and handed out anew each time: every time stands in the log.
  secretAnswer: true,
  load: (transaction, { id, scope }) => loadList(transaction, id, scope),
  keys,
  decide: (list) => openList(list),
  save: async (transaction, _list, { id, name, type, sha256 }) => {
    const bytes = await bytesOfList(transaction, id);
    return { name, type, sha256, content: bytes.toString('base64') };
  },
});

export const end = action({
  name: 'signedList.end',
  on: 'record',
  permission: signedListAccess.add,
  readable: signedListAccess.read,
  input: Fields({ reason: Reason() }),
  refusals: ['listEnded'],
  load: (transaction, { id, scope }) => loadList(transaction, id, scope),
  keys,
  version: (list: SignedList) => list.version,
  show: ({ version, endedOn }: SignedList) => ({ version, endedOn }),
  decide: (list, { reason }, circumstances) => endList(list, reason, circumstances),
  save: async (transaction, _list, next, stamp) => {
    await saveEnded(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});
