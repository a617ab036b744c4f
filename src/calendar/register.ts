import { register } from '../kernel/register.ts';
import { make, remove } from './calendar-feed.actions.ts';
import { calendarTexts } from './calendar-feed.texts.ts';
import { mine } from './calendar-feed.views.ts';

export const calendarFeedRegister = register({
  name: 'calendarFeed',
  actions: [make, remove],
  views: [mine],
  texts: calendarTexts,
});
