import { register } from '../../kernel/register.ts';
import { close, decide, describe, reopen, report } from './deviation.actions.ts';
import { deviationsOfUnit, moveDeviations } from './deviation.store.ts';
import { deviationTexts } from './deviation.texts.ts';
import { demands, list, record } from './deviation.views.ts';

export const deviationRegister = register({
  name: 'deviation',
  actions: [report, describe, decide, close, reopen],
  views: [list, record, demands],
  texts: deviationTexts,
  followers: {
    touched: async (transaction, from) =>
      (await deviationsOfUnit(transaction, from)).map((id) => `deviation:${id}`),
    follow: moveDeviations,
  },
});
