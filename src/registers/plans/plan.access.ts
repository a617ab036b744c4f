import { accessTable, grant } from '../../kernel/access.ts';

const keepers = [
  grant('informationSecurityCoordinator', 'everything'),
  grant('securityCoordinator', 'everything'),
  grant('itManager', 'everything'),
] as const;
const responsible = [grant('systemOwner', 'record'), grant('systemMaintainer', 'record')] as const;
const heads = [grant('manager', 'unit'), grant('departmentHead', 'unit')] as const;
const read = [
  ...keepers,
  grant('dataProtectionOfficer', 'everything'),
  grant('municipalDirector', 'everything'),
  grant('auditor', 'everything'),
  ...responsible,
  ...heads,
  // Whoever works in the unit is to follow the plan, so she may read it.
  grant('signedIn', 'homeUnit'),
];

/**
 * A plan is written by those who answer for the system or lead the unit, and decided by the owner or the head (policy: the
 * system owner and the manager answer). It says where the municipality is weak, so others do not read it.
 */
export const planAccess = accessTable('plan', 'system', {
  read,
  write: [...keepers, ...responsible, ...heads],
  decide: [grant('informationSecurityCoordinator', 'everything'), grant('systemOwner', 'record'), ...heads],
});

/** What is restored first is decided for the whole municipality, so that two owners cannot both be first. */
export const restorationOrderAccess = accessTable('restorationOrder', null, {
  read: [grant('signedIn', 'everything')],
  set: [grant('informationSecurityCoordinator', 'everything'), grant('securityCoordinator', 'everything')],
});

/** An exercise is seen by whoever may see one of its plans, and entered by those who may write all of them. */
export const exerciseAccess = accessTable('exercise', 'system', {
  read,
  record: [...keepers, ...responsible, ...heads],
});

/** Whoever may read plans may take them along, and says so to the log. */
export const binderCopyAccess = accessTable('binderCopy', 'system', { read, take: read });
