import { accessTable, grant } from '../../kernel/access.ts';

const coordinator = grant('informationSecurityCoordinator', 'everything');
const director = grant('municipalDirector', 'everything');
const heads = [grant('manager', 'unit'), grant('departmentHead', 'unit')] as const;
const watchers = [
  grant('securityCoordinator', 'everything'),
  grant('dataProtectionOfficer', 'everything'),
  grant('itManager', 'everything'),
] as const;

/**
 * Everybody may say that a rule was not followed where she works, and sees what became of it. What is weak is for those who mend
 * it: colleagues do not see each other's.
 */
export const deviationAccess = accessTable('deviation', null, {
  read: [
    coordinator,
    director,
    ...watchers,
    grant('auditor', 'everything'),
    ...heads,
    grant('signedIn', 'self'),
  ],
  report: [coordinator, director, ...watchers, ...heads, grant('signedIn', 'homeUnit')],
  describe: [coordinator, ...watchers, ...heads],
  decide: [coordinator, director, ...heads],
  // Who of them may close a deviation turns on its risk (`closingOffices`).
  close: [coordinator, director, ...heads],
});

/** The demands themselves stand in documents that everybody reads. */
export const demandAccess = accessTable('deviation', null, { read: [grant('signedIn', 'everything')] });
