import { accessTable, grant } from '../kernel/access.ts';

const keepers = [
  grant('administrator', 'everything'),
  grant('informationSecurityCoordinator', 'everything'),
] as const;

/** What is sent may be read by those who see to it that it is sent. */
export const mailAccess = accessTable('mail', null, {
  read: keepers,
  test: keepers,
  // Only Värna itself knows what became of a mail.
  settle: [],
});
