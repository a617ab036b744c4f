import { accessTable, grant } from '../../kernel/access.ts';

const coordinator = grant('informationSecurityCoordinator', 'everything');

export const publicationAccess = accessTable('publicationPlace', null, {
  read: [grant('signedIn', 'everything')],
  keep: [coordinator],
  attest: [coordinator, grant('itManager', 'everything')],
  // Only Värna's own self-test says what it saw; a person attests instead.
  check: [],
});
