import { accessTable, grant } from '../kernel/access.ts';

/** Somebody's calendar is her own; nobody makes one for another. */
export const calendarAccess = accessTable('calendarFeed', null, { own: [grant('signedIn', 'self')] });
