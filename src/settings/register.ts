import { register } from '../kernel/register.ts';
import { describe, set } from './setting.actions.ts';
import { settingTexts } from './setting.texts.ts';
import { record } from './setting.views.ts';

export const settingRegister = register({
  name: 'setting',
  actions: [describe, set],
  views: [record],
  texts: settingTexts,
});
