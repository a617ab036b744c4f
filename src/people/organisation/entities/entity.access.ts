import { accessTable, grant } from '../../../kernel/access.ts';

const coordinator = grant('informationSecurityCoordinator', 'everything');

/**
 * How the municipality is organised is public; everyone signed in sees all of it. The coordinator keeps it in order, and
 * an entity's own contact answers for what the entity declares.
 */
export const entityAccess = accessTable('entity', 'entity', {
  read: [grant('signedIn', 'everything')],
  register: [coordinator],
  describe: [coordinator],
  confirm: [coordinator],
  end: [coordinator],
  report: [coordinator, grant('entityContact', 'entity')],
});
