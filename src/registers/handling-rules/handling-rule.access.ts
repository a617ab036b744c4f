import { accessTable, grant } from '../../kernel/access.ts';

/**
 * Everybody who handles information must be able to read how. The coordinator keeps the rules: they are one of the
 * governing documents that the coordinator leads the work with (P27).
 */
export const handlingRuleAccess = accessTable('handlingRule', null, {
  read: [grant('signedIn', 'everything')],
  set: [grant('informationSecurityCoordinator', 'everything')],
});
