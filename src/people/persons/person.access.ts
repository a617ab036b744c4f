import { accessTable, grant } from '../../kernel/access.ts';

const keepers = [
  grant('informationSecurityCoordinator', 'everything'),
  grant('hrManager', 'everything'),
] as const;
const heads = [grant('manager', 'unit'), grant('departmentHead', 'unit')] as const;

/**
 * Who may do what with persons. That somebody works for a municipality, and how to reach her there, is public (TF 2
 * kap.; no secrecy applies to it), so everyone signed in may look her up. The coordinator and HR keep the register; a
 * manager the people of her own units. The administrator handles accounts, and so must be able to enter a person;
 * she may not end one, for with the person end the appointments, also those that watch over the administrator.
 */
export const personAccess = accessTable('person', null, {
  read: [grant('signedIn', 'everything')],
  register: [...keepers, ...heads, grant('administrator', 'everything')],
  describe: [...keepers, ...heads, grant('administrator', 'everything')],
  end: [...keepers, ...heads],
});
