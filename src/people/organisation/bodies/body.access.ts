import { accessTable, grant } from '../../../kernel/access.ts';

const coordinator = grant('informationSecurityCoordinator', 'everything');

/**
 * The bodies are public; everyone signed in sees all of them. The coordinator keeps them in order, and the contact of a
 * body, or of its legal entity, answers for what the body declares.
 */
export const bodyAccess = accessTable('body', 'body', {
  read: [grant('signedIn', 'everything')],
  register: [coordinator],
  describe: [coordinator],
  confirm: [coordinator],
  end: [coordinator],
  report: [coordinator, grant('entityContact', 'body'), grant('entityContact', 'entity')],
});
