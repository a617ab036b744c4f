import { accessTable, grant } from '../../../kernel/access.ts';

const coordinator = grant('informationSecurityCoordinator', 'everything');
const heads = [grant('manager', 'unit'), grant('departmentHead', 'unit')] as const;

/** Whoever leads the unit that works with it keeps it; the coordinator may for all, and those who examine see all. */
export const externalPartyAccess = accessTable('externalParty', null, {
  read: [
    coordinator,
    grant('securityCoordinator', 'everything'),
    grant('dataProtectionOfficer', 'everything'),
    grant('municipalDirector', 'everything'),
    grant('auditor', 'everything'),
    ...heads,
    grant('signedIn', 'homeUnit'),
  ],
  keep: [coordinator, ...heads],
});
