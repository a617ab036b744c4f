import { register } from '../../kernel/register.ts';
import {
  carry,
  describe,
  moveOn,
  prove,
  raise,
  register as registerAction,
  stopCarrying,
} from './system.actions.ts';
import { moveSystems, systemsOfUnit } from './system.store.ts';
import { systemTexts } from './system.texts.ts';
import { choices, list, record } from './system.views.ts';

export const systemRegister = register({
  name: 'system',
  actions: [registerAction, describe, moveOn, carry, stopCarrying, prove, raise],
  views: [list, choices, record],
  texts: systemTexts,
  followers: {
    touched: async (transaction, from) =>
      (await systemsOfUnit(transaction, from)).map((id) => `system:${id}`),
    follow: moveSystems,
  },
});
