import { accessTable, grant } from '../../kernel/access.ts';

/**
 * The table tells everybody whom to ask about a piece of information, so everybody reads it. It decides who owns, so
 * only the coordinator keeps it, for the municipal director who has the last word on ownership between departments.
 */
export const defaultOwnerAccess = accessTable('defaultOwner', null, {
  read: [grant('signedIn', 'everything')],
  edit: [grant('informationSecurityCoordinator', 'everything'), grant('municipalDirector', 'everything')],
});
