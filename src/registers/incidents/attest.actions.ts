import { action } from '../../kernel/action.ts';
import { attestInput, attestReporting } from './attest.ts';
import { saveAttest } from './incident.facts.store.ts';
import { reportAttestAccess } from './incident.access.ts';
import { unitStands } from './surroundings.store.ts';

export const attest = action({
  name: 'reportAttest.attest',
  on: 'register',
  permission: reportAttestAccess.attest,
  readable: reportAttestAccess.attest,
  input: attestInput,
  refusals: ['unitUnknown'],
  load: async (transaction, { input, circumstances }) => ({
    stands: await unitStands(transaction, input.unitId, circumstances.today),
  }),
  keys: (_loaded, { unitId }) => ({ unit: unitId }),
  decide: ({ stands }, input, circumstances) => attestReporting(input, stands, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveAttest(transaction, next, stamp);
    return { id: next.id, version: 1 };
  },
});
