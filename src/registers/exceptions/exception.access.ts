import { accessTable, grant } from '../../kernel/access.ts';

const coordinator = grant('informationSecurityCoordinator', 'everything');
const director = grant('municipalDirector', 'everything');
const heads = [grant('manager', 'unit'), grant('departmentHead', 'unit')] as const;
const heard = [
  coordinator,
  grant('dataProtectionOfficer', 'everything'),
  grant('securityCoordinator', 'everything'),
  grant('itManager', 'everything'),
] as const;
const applicant = grant('signedIn', 'self');

/**
 * Whoever leads a unit applies for it; those who know are heard; the office that the risk calls for decides (`exceptionRule`).
 * An exception tells where protection is weak, so nobody else sees it.
 */
export const exceptionAccess = accessTable('exception', null, {
  read: [...heard, director, grant('auditor', 'everything'), ...heads, applicant],
  apply: [coordinator, grant('itManager', 'everything'), ...heads],
  opine: heard,
  // Which of them may decide turns on the risk.
  decide: [coordinator, director, ...heads],
  end: [coordinator, director, ...heads],
  // Time does that by itself.
  expire: [],
});

export const exceptionRuleAccess = accessTable('exceptionRule', null, {
  read: [grant('signedIn', 'everything')],
  set: [coordinator, director],
});
