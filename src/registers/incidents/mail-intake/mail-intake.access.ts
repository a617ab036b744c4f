import { accessTable, grant } from '../../../kernel/access.ts';

const keepers = [
  grant('administrator', 'everything'),
  grant('informationSecurityCoordinator', 'everything'),
] as const;

/** Whoever sees to the installation turns it on; what came of a letter in a case is for those who coordinate cases. */
export const mailIntakeAccess = accessTable('mailIntake', null, {
  read: keepers,
  set: keepers,
  test: keepers,
  // Only Värna itself reads letters.
  settle: [],
});
