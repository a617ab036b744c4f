import { accessTable, grant } from '../../kernel/access.ts';

const coordinators = [
  grant('informationSecurityCoordinator', 'everything'),
  grant('securityCoordinator', 'everything'),
] as const;

/**
 * Who may do what with cases. `everything` is for those who coordinate, and only for them: it includes what nobody else may know of.
 * Everybody else reaches a case by herself (as its handler, as let in, as who reported it, or by an office that oversees), by
 * her unit, or by her system or information, and what each of these reaches is the condition in scope.store.ts.
 */
export const incidentAccess = accessTable('incident', 'system', {
  report: {
    grants: [grant('anyone', 'everything')],
    openBecause: 'whoever sees that something is wrong must be able to tell, also who cannot sign in',
  },
  /** By the code alone: what it opens is the reporter's own case, and of that only how far it has come. */
  follow: {
    grants: [grant('anyone', 'everything')],
    openBecause: 'who reported without signing in follows the case by a code of a hundred random bits',
  },
  /** A poster says how anybody reports, and names units: whoever works here may hang one up. */
  poster: [grant('signedIn', 'everything')],
  read: [
    ...coordinators,
    grant('signedIn', 'self'),
    grant('manager', 'unit'),
    grant('departmentHead', 'unit'),
    grant('systemOwner', 'record'),
    grant('systemMaintainer', 'record'),
    // Who has been appointed the owner of the very information is found by her appointment, in scope.store.ts.
    grant('informationOwner', 'area'),
  ],
  coordinate: coordinators,
  work: [...coordinators, grant('signedIn', 'self')],
  /** A report to an authority, by somebody else than who wrote it. */
  approve: [...coordinators, grant('signedIn', 'self')],
  // Time does that by itself.
  wake: [],
  // A scanner says what is in a file, and nobody else.
  scan: [],
  close: [...coordinators, grant('systemOwner', 'record')],
});

/** A manager attests for her unit; nobody else knows whether nothing has happened there. */
export const reportAttestAccess = accessTable('reportAttest', null, {
  attest: [
    grant('informationSecurityCoordinator', 'everything'),
    grant('manager', 'unit'),
    grant('departmentHead', 'unit'),
  ],
});

/** Only Värna itself says how the channel came out; whether it is open is for everybody to see, since all lean on it. */
export const channelTestAccess = accessTable('channelTest', null, {
  read: [grant('signedIn', 'everything')],
  note: [],
});

export const incidentSettingAccess = accessTable('incidentSetting', null, {
  read: [grant('signedIn', 'everything')],
  set: [grant('informationSecurityCoordinator', 'everything')],
});
