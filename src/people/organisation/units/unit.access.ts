import { accessTable, grant } from '../../../kernel/access.ts';

const coordinator = grant('informationSecurityCoordinator', 'everything');
const heads = [grant('manager', 'unit'), grant('departmentHead', 'unit')] as const;

/**
 * The tree of units is public; everyone signed in sees all of it. The coordinator keeps it in order; a manager answers
 * for what her own units hold (P20) and confirms that they are as the start profile says.
 */
export const unitAccess = accessTable('unit', 'unit', {
  read: [grant('signedIn', 'everything')],
  register: [coordinator],
  describe: [coordinator],
  confirm: [coordinator, ...heads],
  confirmAll: [coordinator],
  declareCarriers: [coordinator, ...heads],
  end: [coordinator],
  reorganise: [coordinator],
});
