import { register } from '../../kernel/register.ts';
import { finish, verify } from './verification.actions.ts';
import { verificationTexts } from './verification.texts.ts';
import { list, record } from './verification.views.ts';

export const verificationRegister = register({
  name: 'logVerification',
  actions: [verify, finish],
  views: [list, record],
  texts: verificationTexts,
});
