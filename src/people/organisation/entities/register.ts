import { register } from '../../../kernel/register.ts';
import {
  confirm,
  confirmAll,
  declareRegisterComplete,
  describe,
  end,
  register as registerAction,
  report,
} from './entity.actions.ts';
import { entityTexts } from './entity.texts.ts';
import { list, record } from './entity.views.ts';

export const entityRegister = register({
  name: 'entity',
  actions: [registerAction, describe, confirm, confirmAll, end, declareRegisterComplete, report],
  views: [list, record],
  texts: entityTexts,
});
