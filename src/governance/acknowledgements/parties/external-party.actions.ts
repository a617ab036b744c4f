import { scopeOf } from '../../../kernel/access.ts';
import { action, type Circumstances } from '../../../kernel/action.ts';
import type { Transaction } from '../../../kernel/db.ts';
import { Fields, Reason } from '../../../kernel/schema.ts';
import { agreementReviewAccess } from '../../agreement-reviews/agreement-review.access.ts';
import { unitsStand } from '../campaign.store.ts';
import { externalPartyAccess } from './external-party.access.ts';
import { agreementStands, loadParty, saveParty } from './external-party.store.ts';
import {
  describeParty,
  endParty,
  type ExternalParty,
  type PartyAround,
  type PartyInput,
  partyInput,
  partyKeys,
  partyRefusals,
  registerParty,
} from './external-party.ts';

interface Loaded {
  readonly row: ExternalParty;
}
const readable = externalPartyAccess.read;
const keys = ({ row }: Loaded) => partyKeys(row);
const version = ({ row }: Loaded) => row.version;
const show = ({ row }: Loaded) => row;
const constraints = { external_party_name: 'alreadyThere' };
const answerOf = ({ id, version: number }: ExternalParty) => ({ id, version: number });

/**
 * Looks up what an input points at; an agreement that she may not see is unknown, but one that the party is tied to already may
 * stand as it is.
 */
async function aroundOf(
  transaction: Transaction,
  input: PartyInput,
  before: ExternalParty | null,
  { actor, today }: Circumstances,
): Promise<PartyAround> {
  const { unitId, agreementReviewId } = input;
  const scope = scopeOf(actor, agreementReviewAccess.read);
  return {
    unitStands: await unitsStand(transaction, [unitId], today),
    agreementStands:
      agreementReviewId === null ||
      agreementReviewId === before?.agreementReviewId ||
      (scope !== null && (await agreementStands(transaction, agreementReviewId, scope))),
  };
}

export const register = action({
  name: 'externalParty.register',
  on: 'register',
  permission: externalPartyAccess.keep,
  readable,
  input: partyInput,
  refusals: partyRefusals,
  constraints,
  load: (transaction, { input, circumstances }) => aroundOf(transaction, input, null, circumstances),
  keys: (_around, input) => partyKeys(input),
  decide: (around, input, circumstances) => registerParty(input, around, circumstances),
  save: async (transaction, _around, next, stamp) => {
    await saveParty(transaction, next, stamp);
    return answerOf(next);
  },
});

export const describe = action({
  name: 'externalParty.describe',
  on: 'record',
  permission: externalPartyAccess.keep,
  readable,
  input: partyInput,
  refusals: [...partyRefusals, 'ended', 'nothingChanged'],
  constraints,
  load: async (transaction, { id, input, scope, circumstances }) => {
    const row = await loadParty(transaction, id, scope);
    return row === null ? null : { row, around: await aroundOf(transaction, input, row, circumstances) };
  },
  keys,
  targetKeys: ({ row }, input) => (row.unitId === input.unitId ? null : partyKeys(input)),
  version,
  show,
  decide: ({ row, around }, input) => describeParty(row, input, around),
  save: async (transaction, _loaded, next, stamp) => {
    await saveParty(transaction, next, stamp);
    return answerOf(next);
  },
});

export const end = action({
  name: 'externalParty.end',
  on: 'record',
  permission: externalPartyAccess.keep,
  readable,
  input: Fields({ reason: Reason() }),
  refusals: ['ended'],
  load: async (transaction, { id, scope }) => {
    const row = await loadParty(transaction, id, scope);
    return row === null ? null : { row };
  },
  keys,
  version,
  show,
  decide: ({ row }, { reason }, circumstances) => endParty(row, reason, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveParty(transaction, next, stamp);
    return answerOf(next);
  },
});
