import { register } from '../../kernel/register.ts';
import {
  cosign,
  deliver,
  describe,
  end,
  openPage,
  register as registerAction,
  settle,
} from './witness.actions.ts';
import { witnessTexts } from './witness.texts.ts';
import { list, record } from './witness.views.ts';

export const witnessRegister = register({
  name: 'witness',
  actions: [registerAction, openPage, describe, end, deliver, settle, cosign],
  views: [list, record],
  texts: witnessTexts,
});
