import { accessTable, grant } from '../../kernel/access.ts';

const coordinator = grant('informationSecurityCoordinator', 'everything');
const director = grant('municipalDirector', 'everything');
const heads = [grant('manager', 'unit'), grant('departmentHead', 'unit')] as const;
/** Offices of the whole municipality that own measures, wherever they are to be done. */
const keepers = [
  coordinator,
  director,
  grant('securityCoordinator', 'everything'),
  grant('itManager', 'everything'),
] as const;
const owner = grant('signedIn', 'self');

/**
 * Whoever leads a unit decides what is done in it; whoever owns a measure does it and says how it goes. Money is given by those
 * who have it, and the coordinator writes down what they decided. Whoever works on a case says what is to be done about it.
 */
export const measureAccess = accessTable('measure', null, {
  read: [
    ...keepers,
    grant('dataProtectionOfficer', 'everything'),
    grant('auditor', 'everything'),
    ...heads,
    grant('signedIn', 'homeUnit'),
    owner,
  ],
  // Of her own: for a case that she works on.
  register: [...keepers, ...heads, owner],
  describe: [...keepers, ...heads],
  work: [...keepers, ...heads, owner],
  allocate: [coordinator, director, ...heads],
  judge: [...keepers, ...heads],
});
