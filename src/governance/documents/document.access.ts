import { accessTable, grant } from '../../kernel/access.ts';
import { offices } from '../../kernel/offices.ts';

const coordinator = grant('informationSecurityCoordinator', 'everything');
/** Whoever answers for an activity or a platform writes its instructions and routines (the policy's chain, P21). */
const ofTheirOwn = [
  grant('departmentHead', 'unit'),
  grant('manager', 'unit'),
  grant('systemOwner', 'record'),
] as const;

/**
 * Governing documents are for everyone to read. The coordinator keeps policy and guidelines; instructions and routines are
 * also their unit's leader's or their system's owner's (`documentKeys`). Who decides meets elsewhere: here it is recorded.
 */
export const documentAccess = accessTable('document', 'system', {
  read: [grant('signedIn', 'everything')],
  register: [coordinator, ...ofTheirOwn],
  keep: [coordinator, ...ofTheirOwn],
});

export const documentVersionAccess = accessTable('documentVersion', 'system', {
  read: [grant('signedIn', 'everything')],
  import: [coordinator],
  write: [coordinator, ...ofTheirOwn],
  tie: [coordinator],
  adopt: [coordinator, ...ofTheirOwn],
});

/** Those who were asked comment: a person herself, a unit by whoever leads it. */
export const referralAccess = accessTable('referral', null, {
  comment: [
    coordinator,
    grant('signedIn', 'self'),
    grant('departmentHead', 'unit'),
    grant('manager', 'unit'),
  ],
});

export const decidingRuleAccess = accessTable('decidingRule', null, {
  read: [grant('signedIn', 'everything')],
  set: [coordinator],
});

/** An office attests the demands that it answers for, and no others; the rule itself looks at which office that is. */
export const demandAttestAccess = accessTable('demandAttest', null, {
  attest: offices.map((office) => grant(office, 'everything')),
});
