import { register } from '../kernel/register.ts';
import { add, remove, test } from './push-device.actions.ts';
import { pushTexts } from './push-device.texts.ts';
import { mine } from './push-device.views.ts';

export const pushDeviceRegister = register({
  name: 'pushDevice',
  actions: [add, remove, test],
  views: [mine],
  texts: pushTexts,
});
