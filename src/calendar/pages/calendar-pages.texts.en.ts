import type { TextsLike } from '../../kernel/texts.ts';
import type { calendarPagesTextsSv } from './calendar-pages.texts.sv.ts';

export const calendarPagesTextsEn: TextsLike<typeof calendarPagesTextsSv> = {
  title: 'Your calendar',
  lead: 'What you have to do in Värna, with its days, in the calendar you already have. The calendar fetches by itself and shows only what is yours today: when an appointment ends, what belonged to it disappears.',
  account: 'My account',
  address: 'The address',
  noneTitle: 'You have no calendar address',
  noneText: 'Create an address and add it to Outlook, Google or the phone.',
  make: 'Create the address',
  made: 'Made',
  fetched: 'Last fetched',
  never: 'No calendar has fetched it yet.',
  notShown:
    'The address was shown when you made it and cannot be shown again. If you have lost it, change to a new one.',
  renew: 'Change address',
  renewText: 'The old address stops working at once. Calendars that follow it need the new one.',
  remove: 'Remove the address',
  removeText:
    'Calendars that follow the address learn no more. What they show already they remove by themselves, or you do.',
  shownTitle: 'Copy the address now',
  shownText: 'It is shown only this once. Whoever has the address sees your calendar, so do not pass it on.',
  theAddress: 'The address',
  copy: 'Copy the address',
  how: 'How to add it',
  outlook: 'In Outlook',
  outlookText:
    'Open Calendar, choose Add calendar and Subscribe from web. Paste the address, name the calendar and choose Import.',
  google: 'In Google Calendar',
  googleText:
    'Open the calendar on a computer, choose the plus sign at Other calendars and From URL. Paste the address. Google fetches at times of its own, sometimes only once a day.',
  phone: 'On iPhone and iPad',
  phoneText:
    'Open Settings, Apps, Calendar, Calendar Accounts, Add Account, Other and Add Subscribed Calendar. Paste the address.',
  what: 'What is in it',
  whatText:
    'Clocks that run in events you work with, measures, follow-ups of deviations, exceptions that run out, reviews and exercises of plans, governing documents, classifications and decisions on handling, reviews of agreements, what you are to read and acknowledge, and questions you are to answer. At most the nearest thousand.',
  secretText:
    'What is secret stands without a name, such as “A measure is to be done”. A calendar is kept by somebody else and is seen on locked screens.',
  endsText: 'The address stops working when you change your password and when your account is closed.',
  late: 'A calendar wakes nobody: when a clock of the law runs out, Värna sends mail, and notifications if you want them.',
};
