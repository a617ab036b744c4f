import type { TextsLike } from '../../kernel/texts.ts';
import type { pushPagesTextsSv } from './push-pages.texts.sv.ts';

export const pushPagesTextsEn: TextsLike<typeof pushPagesTextsSv> = {
  title: 'Notifications on your devices',
  lead: 'When a clock of the law runs, Värna sends mail. With notifications you are also woken on the phone or the computer, at the same times and for the same reasons.',
  account: 'My account',
  here: 'This device',
  wake: 'Wake me on this device',
  wakeText: 'The browser asks whether Värna may send notifications. Answer yes.',
  wakes: 'This device wakes you.',
  test: 'Send a test notification',
  tested: 'A test notification is on its way. It comes within half a minute if the device has a network.',
  remove: 'Stop waking here',
  removeOther: 'Remove',
  removeTitle: (name) => `Stop waking on ${name}?`,
  removeText: 'You get mail as before.',
  declined: 'The browser got no yes, so this device does not wake you.',
  stopped:
    'Notifications could not be turned on. It does not work in private windows, nor where the network stops the browser’s service. Otherwise try again.',
  insecureTitle: 'Notifications need a secure address',
  insecureText: 'Open Värna by https. Whoever runs the installation can arrange it.',
  phoneTitle: 'Put Värna on the home screen first',
  phoneText:
    'On iPhone and iPad notifications work only from the home screen. Press the share button in Safari, choose Add to Home Screen and open Värna from there. Sign in and come back here.',
  cannotTitle: 'This browser cannot receive notifications',
  cannotText:
    'Use a current version of Chrome, Edge, Firefox or Safari. It does not work in private windows. You get mail as usual.',
  deniedTitle: 'Notifications are blocked for Värna in this browser',
  deniedText:
    'You or your IT department have said no. Change it like this: press the symbol to the left of the address, open the site’s settings and allow notifications. On the phone: Settings, Notifications and the name of the browser. Then load the page anew.',
  others: 'Your devices',
  othersNone: 'No device wakes you.',
  added: (moment) => `Added ${moment}.`,
  sent: (moment) => `Last woken ${moment}.`,
  neverSent: 'Never woken.',
  gone: (moment) =>
    `The device stopped answering ${moment} and does not wake any more. Add it again if you still have it.`,
  thisOne: 'this one',
  what: 'What is shown',
  whatText:
    'That a clock runs, the number of the case and how much time is left. Nothing of what has happened and no names. Where it concerns something secret, only that a clock runs.',
  whoText:
    'The notification goes encrypted through the browser’s own service, such as Google’s or Apple’s. The service cannot read it but sees that Värna sends, and when.',
  signOutText:
    'The device wakes you also when your session has run out. When you sign out on it, or end its session on My account, it wakes you no more. The sound follows the device’s own settings: let Värna through Do Not Disturb if you are to be woken at night.',
};
