import { register } from '../../../kernel/register.ts';
import {
  confirm,
  confirmAll,
  declareRegisterComplete,
  describe,
  end,
  register as registerAction,
  report,
} from './body.actions.ts';
import { bodyTexts } from './body.texts.ts';
import { list, record } from './body.views.ts';

export const bodyRegister = register({
  name: 'body',
  actions: [registerAction, describe, confirm, confirmAll, end, declareRegisterComplete, report],
  views: [list, record],
  texts: bodyTexts,
});
