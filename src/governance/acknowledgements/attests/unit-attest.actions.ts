import { action } from '../../../kernel/action.ts';
import { unitAttestAccess } from '../campaign.access.ts';
import { unitsStand } from '../campaign.store.ts';
import { insertAttest } from './unit-attest.store.ts';
import { attestUnit, unitAttestInput, unitAttestRefusals } from './unit-attest.ts';

export const attest = action({
  name: 'unitAttest.attest',
  on: 'register',
  permission: unitAttestAccess.attest,
  readable: unitAttestAccess.read,
  input: unitAttestInput,
  refusals: unitAttestRefusals,
  load: async (transaction, { input: { unitId }, circumstances: { today } }) => ({
    unitStands: await unitsStand(transaction, [unitId], today),
  }),
  keys: (_around, { unitId }) => ({ unit: unitId }),
  decide: (around, input, circumstances) => attestUnit(around, input, circumstances),
  save: async (transaction, _around, next, stamp) => {
    await insertAttest(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});
