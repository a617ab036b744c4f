import { accessTable, grant } from '../../kernel/access.ts';

const coordinator = grant('informationSecurityCoordinator', 'everything');
const examiners = [
  coordinator,
  grant('securityCoordinator', 'everything'),
  grant('dataProtectionOfficer', 'everything'),
  grant('municipalDirector', 'everything'),
  grant('auditor', 'everything'),
] as const;
const heads = [grant('manager', 'unit'), grant('departmentHead', 'unit')] as const;

/**
 * The coordinator asks; what a campaign is and how far it has come is for all who work here. Värna itself gathers, sends,
 * releases and closes; a head may remind the people of her own units.
 */
export const campaignAccess = accessTable('campaign', null, {
  read: [grant('signedIn', 'everything')],
  begin: [coordinator],
  remind: [coordinator, ...heads],
  run: [],
});

/** Who has acknowledged and who has not, by name: for whoever answers for the unit, and those who examine. */
export const recipientAccess = accessTable('campaignRecipient', null, {
  read: [...examiners, ...heads],
});

/** Each acknowledges for herself; a head or the coordinator enters what was signed on paper; the coordinator may withdraw. */
export const acknowledgementAccess = accessTable('acknowledgement', null, {
  read: [grant('signedIn', 'self')],
  make: [grant('signedIn', 'self')],
  // By a personal link: the server's own page is the only way in, and it counts guesses first.
  follow: [],
  enter: [coordinator, ...heads],
  withdraw: [coordinator],
});

/** A list with names and signatures: for whoever may see the names of the unit. A head adds those of her own units. */
export const signedListAccess = accessTable('signedList', null, {
  read: [...examiners, ...heads],
  add: [coordinator, ...heads],
});

/** What is asked beside a text, and the municipality's own figures. */
export const questionSetAccess = accessTable('questionSet', null, {
  read: [coordinator, grant('auditor', 'everything')],
  set: [coordinator],
});
export const campaignTargetAccess = accessTable('campaignTarget', null, {
  read: [grant('signedIn', 'everything')],
  set: [coordinator],
});

/** A head says it of her own units; everybody may see that she has. */
export const unitAttestAccess = accessTable('unitAttest', null, {
  read: [grant('signedIn', 'everything')],
  attest: [...heads],
});
