import { register } from '../../kernel/register.ts';
import { describe, end, register as registerAction } from './person.actions.ts';
import { movePersons, personsOfUnit } from './person.store.ts';
import { personTexts } from './person.texts.ts';
import { choices, list, record } from './person.views.ts';

export const personRegister = register({
  name: 'person',
  actions: [registerAction, describe, end],
  views: [list, record, choices],
  texts: personTexts,
  followers: {
    touched: async (transaction, from) =>
      (await personsOfUnit(transaction, from)).map((id) => `person:${id}`),
    follow: movePersons,
  },
});
