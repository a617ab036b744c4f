import { accessTable, grant } from '../../kernel/access.ts';

const keepers = [
  grant('informationSecurityCoordinator', 'everything'),
  grant('itManager', 'everything'),
] as const;
const responsible = [grant('systemOwner', 'record'), grant('systemMaintainer', 'record')] as const;
const heads = [grant('manager', 'unit'), grant('departmentHead', 'unit')] as const;

/**
 * Who may do what with systems. The owner answers for her system and the maintainer does the daily work; the unit's
 * manager answers for what her unit uses; the coordinator and the IT manager keep the whole in order. Weaknesses in
 * protection are for those who mend them, so everybody else sees only that a system exists (`choose`).
 */
export const systemAccess = accessTable('system', 'system', {
  choose: [grant('signedIn', 'everything')],
  read: [
    ...keepers,
    grant('securityCoordinator', 'everything'),
    grant('dataProtectionOfficer', 'everything'),
    grant('municipalDirector', 'everything'),
    grant('auditor', 'everything'),
    ...responsible,
    ...heads,
    grant('signedIn', 'homeUnit'),
  ],
  register: [...keepers, ...heads],
  describe: [...keepers, ...responsible, ...heads],
  moveOn: [...keepers, grant('systemOwner', 'record'), ...heads],
  carry: [...keepers, ...responsible, ...heads],
  prove: [...keepers, ...responsible],
  raise: [...keepers, grant('systemOwner', 'record')],
});
