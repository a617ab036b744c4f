import { accessTable, grant } from '../../kernel/access.ts';

const keepers = [
  grant('informationSecurityCoordinator', 'everything'),
  grant('administrator', 'everything'),
] as const;

/**
 * Who may do what with the log's witnesses. Those who follow up see them all; an auditor may also hand in what she has signed,
 * which is judged by her key and not by her word.
 */
export const witnessAccess = accessTable('witness', null, {
  read: [
    ...keepers,
    grant('auditor', 'everything'),
    grant('chair', 'everything'),
    grant('municipalDirector', 'everything'),
    grant('securityCoordinator', 'everything'),
    grant('itManager', 'everything'),
    grant('dataProtectionOfficer', 'everything'),
  ],
  keep: keepers,
  cosign: [...keepers, grant('auditor', 'everything')],
  // Only Värna itself delivers, and says how it went.
  deliver: [],
});
