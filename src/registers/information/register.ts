import { register } from '../../kernel/register.ts';
import {
  activate,
  classify,
  decide,
  declare,
  describe,
  end,
  register as registerAction,
  withdraw,
} from './information.actions.ts';
import { informationOfUnit, moveInformation } from './information.store.ts';
import { informationTexts } from './information.texts.ts';
import { list, record } from './information.views.ts';

export const informationRegister = register({
  name: 'information',
  actions: [registerAction, describe, activate, end, classify, declare, withdraw, decide],
  views: [list, record],
  texts: informationTexts,
  followers: {
    touched: async (transaction, from) =>
      (await informationOfUnit(transaction, from)).map((id) => `information:${id}`),
    follow: moveInformation,
  },
});
