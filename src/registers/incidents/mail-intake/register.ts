import { register } from '../../../kernel/register.ts';
import { setMailIntake, settle, testIntake } from './mail-intake.actions.ts';
import { mailIntakeTexts } from './mail-intake.texts.ts';
import { letters, standing } from './mail-intake.views.ts';

export const mailIntakeRegister = register({
  name: 'mailIntake',
  actions: [setMailIntake, settle, testIntake],
  views: [standing, letters],
  texts: mailIntakeTexts,
});
