import { accessTable, grant } from '../../kernel/access.ts';

const coordinator = grant('informationSecurityCoordinator', 'everything');
const heads = [grant('manager', 'unit'), grant('departmentHead', 'unit')] as const;

/** Whoever leads the unit that has the agreement reviews it; the coordinator may for all, and those who examine see all. */
export const agreementReviewAccess = accessTable('agreementReview', null, {
  read: [
    coordinator,
    grant('securityCoordinator', 'everything'),
    grant('dataProtectionOfficer', 'everything'),
    grant('municipalDirector', 'everything'),
    grant('auditor', 'everything'),
    ...heads,
    grant('signedIn', 'homeUnit'),
  ],
  register: [coordinator, ...heads],
  review: [coordinator, ...heads],
});
