import type { TextsLike } from '../kernel/texts.ts';
import type { calendarTextsSv } from './calendar-feed.texts.sv.ts';

export const calendarTextsEn: TextsLike<typeof calendarTextsSv> = {
  name: 'Calendar address',
  fields: {},
  refusals: {
    sessionNeeded: 'You do this when you are signed in with the browser, not with an access token.',
    justMade: 'An address was just made in another window. Load the page again.',
  },
  events: {
    'calendarFeed.made': 'made an address to her calendar',
    'calendarFeed.renewed': 'changed the address to her calendar',
    'calendarFeed.removed': 'removed the address to her calendar',
  },
  title: (municipality) => `Värna (${municipality})`,
  neutral: {
    advice: 'A question waits for your answer',
    agreementReview: 'An agreement is to be reviewed',
    campaign: 'Something is to be read and acknowledged',
    deviation: 'A deviation is to be followed up',
    document: 'A governing document is to be reviewed',
    exception: 'An exception runs out',
    incident: 'An event is to be followed up',
    information: 'An information asset is to be reviewed',
    measure: 'A measure is to be done',
    plan: 'A plan is to be reviewed or exercised',
    clock: 'A clock in Värna runs out',
    other: 'Something is to be done in Värna',
  },
  hidden: 'What it concerns is shown only in Värna.',
  tasks: {
    'acknowledgement.make': (title) => `Read and acknowledge: ${title}`,
    'referral.comment': (title) => `Comment on ${title}`,
  },
  clock: (words, length) => `Event ${words}, ${length}`,
  hours: (count) => `${count} h`,
  days: (count) => (count === '1' ? '1 day' : `${count} days`),
  atOnce: 'at once',
  atOnceText: 'The law says at once and gives no last moment.',
  until: (moment) => `Time is up ${moment}.`,
};
