import { register } from '../../kernel/register.ts';
import { add, confirm, describe, end, set } from './default-owner.actions.ts';
import { defaultOwnerTexts } from './default-owner.texts.ts';
import { list } from './default-owner.views.ts';

export const defaultOwnerRegister = register({
  name: 'defaultOwner',
  actions: [add, describe, set, confirm, end],
  views: [list],
  texts: defaultOwnerTexts,
});
