import { register } from '../kernel/register.ts';
import { noteReturn, settle, test } from './mail.actions.ts';
import { mailTexts } from './mail.texts.ts';
import { list, record } from './mail.views.ts';

export const mailRegister = register({
  name: 'mail',
  actions: [settle, noteReturn, test],
  views: [list, record],
  texts: mailTexts,
});
