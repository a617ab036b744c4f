import { register } from '../../kernel/register.ts';
import {
  allocate,
  describe,
  drop,
  finish,
  judge,
  note,
  register as registerAction,
  reopen,
  start,
} from './measure.actions.ts';
import { measuresOfUnit, moveMeasures } from './measure.store.ts';
import { measureTexts } from './measure.texts.ts';
import { choices, list, record } from './measure.views.ts';

export const measureRegister = register({
  name: 'measure',
  actions: [registerAction, describe, allocate, start, finish, judge, drop, reopen, note],
  views: [list, record, choices],
  texts: measureTexts,
  followers: {
    touched: async (transaction, from) =>
      (await measuresOfUnit(transaction, from)).map((id) => `measure:${id}`),
    follow: moveMeasures,
  },
});
