import { accessTable, grant } from '../kernel/access.ts';

/** What the law asks is no secret: whoever may have to report it at night must be able to read it. */
export const dutyAccess = accessTable('duty', null, {
  read: [grant('signedIn', 'everything')],
});

/**
 * The coordinator, who keeps the clocks of the law, says what has changed in it. The data protection officer advises and
 * owns nothing (P34), and so reads alone.
 */
export const dutyTermAccess = accessTable('dutyTerm', null, {
  read: [grant('signedIn', 'everything')],
  edit: [grant('informationSecurityCoordinator', 'everything')],
});

export const dutyRecipientAccess = accessTable('dutyRecipient', null, {
  read: [grant('signedIn', 'everything')],
  edit: [grant('informationSecurityCoordinator', 'everything')],
});
