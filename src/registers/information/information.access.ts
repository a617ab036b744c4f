import { type Actor, accessTable, covers, grant, type ScopeKeys, scopeOf } from '../../kernel/access.ts';

const seeEverything = [
  grant('informationSecurityCoordinator', 'everything'),
  grant('securityCoordinator', 'everything'),
  grant('dataProtectionOfficer', 'everything'),
  grant('municipalDirector', 'everything'),
  grant('auditor', 'everything'),
] as const;

const owners = [grant('informationOwner', 'record'), grant('informationOwner', 'area')] as const;
const heads = [grant('manager', 'unit'), grant('departmentHead', 'unit')] as const;

/**
 * Who may do what with information. The owner decides about her information, the manager answers for what her unit
 * holds, the coordinator keeps the whole in order; the data protection officer advises and never owns (GDPR art. 38.6).
 */
export const informationAccess = accessTable('information', 'information', {
  read: [...seeEverything, ...owners, ...heads, grant('signedIn', 'homeUnit')],
  register: [grant('informationSecurityCoordinator', 'everything'), ...heads],
  describe: [grant('informationSecurityCoordinator', 'everything'), ...owners, ...heads],
  // Another unit or area can mean another owner (P28), so it is not for every manager who may describe.
  reassign: [grant('informationSecurityCoordinator', 'everything'), ...owners],
  classify: [grant('informationSecurityCoordinator', 'everything'), ...owners],
  handle: [grant('informationSecurityCoordinator', 'everything'), ...owners, ...heads],
  decideHandling: [grant('informationSecurityCoordinator', 'everything'), ...owners],
  end: [grant('informationSecurityCoordinator', 'everything'), ...owners],
});

/** May the actor give information with these keys another unit or area, and with it perhaps another owner? */
export function mayReassignInformation(actor: Actor, keys: ScopeKeys): boolean {
  const scope = scopeOf(actor, informationAccess.reassign);
  return scope !== null && covers(scope, keys);
}
