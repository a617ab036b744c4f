import { register } from '../../../kernel/register.ts';
import { describe, end, register as registerAction } from './external-party.actions.ts';
import { moveParties, partiesOfUnit } from './external-party.store.ts';
import { externalPartyTexts } from './external-party.texts.ts';
import { choices, list, record } from './external-party.views.ts';

export const externalPartyRegister = register({
  name: 'externalParty',
  actions: [registerAction, describe, end],
  views: [list, record, choices],
  texts: externalPartyTexts,
  followers: {
    touched: async (transaction, from) =>
      (await partiesOfUnit(transaction, from)).map((id) => `externalParty:${id}`),
    follow: moveParties,
  },
});
