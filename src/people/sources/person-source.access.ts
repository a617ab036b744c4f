import { accessTable, grant } from '../../kernel/access.ts';

const keepers = [
  grant('informationSecurityCoordinator', 'everything'),
  grant('hrManager', 'everything'),
] as const;

/** Who may do what with the sources of persons: HR and the coordinator keep them, those who follow up see them. */
export const personSourceAccess = accessTable('personSource', null, {
  read: [
    ...keepers,
    grant('municipalDirector', 'everything'),
    grant('securityCoordinator', 'everything'),
    grant('dataProtectionOfficer', 'everything'),
    grant('auditor', 'everything'),
    grant('administrator', 'everything'),
    grant('departmentHead', 'everything'),
    grant('manager', 'everything'),
  ],
  register: keepers,
  describe: keepers,
  synchronise: keepers,
  end: keepers,
});
