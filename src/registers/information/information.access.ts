import { accessTable, grant } from '../../kernel/access.ts';

const seeEverything = [
  grant('informationSecurityCoordinator', 'everything'),
  grant('securityCoordinator', 'everything'),
  grant('dataProtectionOfficer', 'everything'),
  grant('municipalDirector', 'everything'),
  grant('auditor', 'everything'),
] as const;

const owners = [grant('informationOwner', 'record'), grant('informationOwner', 'area')] as const;
const heads = [grant('manager', 'unit'), grant('departmentHead', 'unit')] as const;

/**
 * Who may do what with information. The owner decides about her information, the manager answers for what her unit
 * holds, the coordinator keeps the whole in order; the data protection officer advises and never owns (GDPR art. 38.6).
 */
export const informationAccess = accessTable('information', 'information', {
  read: [...seeEverything, ...owners, ...heads, grant('signedIn', 'homeUnit')],
  register: [grant('informationSecurityCoordinator', 'everything'), ...heads],
  describe: [grant('informationSecurityCoordinator', 'everything'), ...owners, ...heads],
  classify: [grant('informationSecurityCoordinator', 'everything'), ...owners],
  handle: [grant('informationSecurityCoordinator', 'everything'), ...owners, ...heads],
  decideHandling: [grant('informationSecurityCoordinator', 'everything'), ...owners],
  end: [grant('informationSecurityCoordinator', 'everything'), ...owners],
});
