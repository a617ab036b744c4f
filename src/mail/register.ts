import { register } from '../kernel/register.ts';
import { settle, test } from './mail.actions.ts';
import { mailTexts } from './mail.texts.ts';
import { list, record } from './mail.views.ts';

export const mailRegister = register({
  name: 'mail',
  actions: [settle, test],
  views: [list, record],
  texts: mailTexts,
});
