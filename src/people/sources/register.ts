import { register } from '../../kernel/register.ts';
import { describe, end, register as registerAction, synchronised } from './person-source.actions.ts';
import { personSourceTexts } from './person-source.texts.ts';
import { list } from './person-source.views.ts';

export const personSourceRegister = register({
  name: 'personSource',
  actions: [registerAction, describe, synchronised, end],
  views: [list],
  texts: personSourceTexts,
});
