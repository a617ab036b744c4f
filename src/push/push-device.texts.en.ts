import type { TextsLike } from '../kernel/texts.ts';
import type { pushTextsSv } from './push-device.texts.sv.ts';

export const pushTextsEn: TextsLike<typeof pushTextsSv> = {
  name: 'Device that wakes',
  fields: {
    name: 'Name',
    endpoint: 'Address at the service',
    publicKey: 'The browser’s key',
    authSecret: 'The browser’s secret',
  },
  refusals: {
    sessionNeeded: 'You do this when you are signed in with the browser, not with an access token.',
    unknownService:
      'The browser is reached by a service that Värna does not know. Värna sends by Google, Mozilla, Apple and Microsoft.',
    keyBroken: 'The key from the browser is broken. Try again.',
    tooManyDevices: 'You have ten devices already. Remove one first.',
  },
  events: {
    'pushDevice.added': 'added a device that wakes',
    'pushDevice.removed': 'removed a device that wakes',
    'pushDevice.tested': 'sent a test notification to her device',
  },
  test: { title: 'Test notification from Värna', body: 'This device wakes you when a clock runs.' },
  goneMail: {
    subject: 'A device does not wake you any more',
    text: (name) => `${name} can no longer be reached by notifications from Värna and has been removed.`,
    again: 'If you still have the device, add it again. You get mail about clocks as before.',
    link: 'Notifications on your devices',
    because: 'you have added a device that wakes you when a clock runs',
  },
  left: { hours: '{n} h left', minutes: '{n} min left', out: 'time is up' },
};
