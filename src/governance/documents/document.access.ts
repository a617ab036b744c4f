import { accessTable, grant } from '../../kernel/access.ts';

const coordinator = grant('informationSecurityCoordinator', 'everything');

/** Governing documents are for everyone to read; the coordinator keeps them; the body that adopts them meets elsewhere. */
export const documentAccess = accessTable('document', null, {
  read: [grant('signedIn', 'everything')],
  keep: [coordinator],
});

export const documentVersionAccess = accessTable('documentVersion', null, {
  read: [grant('signedIn', 'everything')],
  import: [coordinator],
  tie: [coordinator],
  adopt: [coordinator],
});
