import { accessTable, grant } from '../kernel/access.ts';

/** Whoever owns a device decides whether it wakes her. */
export const pushDeviceAccess = accessTable('pushDevice', null, { own: [grant('signedIn', 'self')] });
