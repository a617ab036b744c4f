import { accessTable, grant } from '../../kernel/access.ts';

/**
 * How long the log is kept concerns whoever is in it (GDPR art. 13.2 a), so everybody signed in reads the rules and what has
 * been erased. Only the coordinator enters them, by the municipality's decision; whoever follows up sees what a rule
 * would take before it is decided. The administrator, who has the machine, is not among them.
 */
export const retentionRuleAccess = accessTable('retentionRule', null, {
  read: [grant('signedIn', 'everything')],
  edit: [grant('informationSecurityCoordinator', 'everything')],
  preview: [
    grant('informationSecurityCoordinator', 'everything'),
    grant('securityCoordinator', 'everything'),
    grant('dataProtectionOfficer', 'everything'),
    grant('auditor', 'everything'),
  ],
});
