import { register } from '../../kernel/register.ts';
import { add, confirm, describe, end, set } from './default-owner.actions.ts';
import { defaultOwnersOfUnit, moveDefaultOwners } from './default-owner.store.ts';
import { defaultOwnerTexts } from './default-owner.texts.ts';
import { list } from './default-owner.views.ts';

export const defaultOwnerRegister = register({
  name: 'defaultOwner',
  actions: [add, describe, set, confirm, end],
  views: [list],
  texts: defaultOwnerTexts,
  followers: {
    touched: async (transaction, from) =>
      (await defaultOwnersOfUnit(transaction, from)).map((id) => `defaultOwner:${id}`),
    follow: moveDefaultOwners,
  },
});
