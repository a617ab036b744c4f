import { scanFile } from '../../../files/scan.ts';
import { covers, scopeOf } from '../../../kernel/access.ts';
import { action, type Circumstances } from '../../../kernel/action.ts';
import type { Reader } from '../../../kernel/db.ts';
import { Turns } from '../../../kernel/recorded/turns.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, Reason } from '../../../kernel/schema.ts';
import { campaignAccess, signedListAccess } from '../campaign.access.ts';
import { readCampaign, unitsStand } from '../campaign.store.ts';
import {
  addList,
  type ArrivedList,
  endList,
  type ListGround,
  type ListInput,
  listInput,
  listRefusals,
  listRequestBytes,
  openList,
  openRefusals,
  type SignedList,
} from './signed-list.ts';
import { bytesOfList, fingerprintsOf, insertList, loadList, saveEnded } from './signed-list.store.ts';

/** A scanner takes much of the machine: a few at a time, and whoever finds the line full may come back. */
const scans = new Turns({ atOnce: 2, waiting: 4, each: 2 });
const keys = (list: SignedList) => ({ unit: list.unitId });

/** What a list is added to, where the actor may add one for the unit it says. */
async function groundOf(
  db: Reader,
  id: string,
  { unitId }: ListInput,
  { actor, today }: Circumstances,
): Promise<ListGround | Refusal | null> {
  const campaign = await readCampaign(db, id);
  if (campaign === null) return null;
  const right = scopeOf(actor, signedListAccess.add);
  if (right === null || !covers(right, { unit: unitId })) return refuse('forbidden');
  const unitStands = unitId === null || (await unitsStand(db, [unitId], today));
  return { campaign, unitStands, had: await fingerprintsOf(db, id) };
}

export const add = action({
  name: 'signedList.add',
  on: 'record',
  permission: signedListAccess.add,
  readable: campaignAccess.read,
  input: listInput,
  refusals: listRefusals,
  constraints: { signed_list_once: 'listThere' },
  largestInput: listRequestBytes,
  // The id is the campaign's. A scanner takes its time, and holds no connection meanwhile.
  prepare: async (db, { id, input, circumstances }) => {
    const ground = await groundOf(db, id, input, circumstances);
    if (ground === null || isRefusal(ground)) return ground;
    const bytes = Buffer.from(input.content, 'base64');
    const unseen: ArrivedList = { bytes, scanned: { standing: 'unscanned', finding: '' } };
    // What would not be taken anyway is not scanned.
    const first = addList(ground, input, unseen, circumstances);
    if (isRefusal(first)) return first;
    const { actor } = circumstances;
    return scans.take(actor.credentialId ?? actor.kind, async () => ({
      bytes,
      scanned: await scanFile(bytes),
    }));
  },
  load: async (transaction, { id, input, circumstances }, arrived) => {
    const ground = await groundOf(transaction, id, input, circumstances);
    return ground === null || isRefusal(ground) ? ground : { ...ground, arrived };
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
