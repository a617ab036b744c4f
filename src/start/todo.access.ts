import { accessTable, grant } from '../kernel/access.ts';

/** What waits for somebody is for herself to see; each register decides what that is. */
export const todoAccess = accessTable('todo', null, { read: [grant('signedIn', 'self')] });
