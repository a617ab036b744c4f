import { accessTable, grant } from '../../kernel/access.ts';

const askers = [
  grant('informationSecurityCoordinator', 'everything'),
  grant('administrator', 'everything'),
  grant('auditor', 'everything'),
] as const;

/** Who may have the log verified, and see what came of it. What was found may show where somebody has been: not for everyone. */
export const verificationAccess = accessTable('logVerification', null, {
  read: [
    ...askers,
    grant('chair', 'everything'),
    grant('municipalDirector', 'everything'),
    grant('securityCoordinator', 'everything'),
    grant('itManager', 'everything'),
    grant('dataProtectionOfficer', 'everything'),
  ],
  verify: askers,
  // Only Värna itself says what it found.
  finish: [],
});
