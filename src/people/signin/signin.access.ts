import { accessTable, grant } from '../../kernel/access.ts';

const self = [grant('signedIn', 'self')] as const;
/** Those who let people in: the administrator for all, the coordinator who keeps everything in order. */
const gatekeepers = [
  grant('administrator', 'everything'),
  grant('informationSecurityCoordinator', 'everything'),
] as const;

export const sessionAccess = accessTable('session', null, {
  open: {
    grants: [grant('anyone', 'everything')],
    openBecause: 'Whoever signs in has not signed in yet.',
  },
  read: {
    grants: [grant('anyone', 'everything')],
    openBecause: 'The sign-in page shows the name of the municipality, and whether anybody is signed in.',
  },
  own: self,
});

export const accountAccess = accessTable('account', null, {
  accept: {
    grants: [grant('anyone', 'everything')],
    openBecause: 'Whoever is invited has no account yet; the secret of the link is what admits her.',
  },
  own: self,
  invite: gatekeepers,
  suspend: [grant('administrator', 'everything')],
  read: gatekeepers,
});

export const tokenAccess = accessTable('token', null, {
  own: self,
  // Nobody by any office: only whoever runs the machine.
  console: [],
});

export const setupAccess = accessTable('setup', null, {
  // Nobody by any office: only Värna itself, from the machine it runs on.
  console: [],
  begin: {
    grants: [grant('anyone', 'everything')],
    openBecause: 'Before the first account nobody can sign in; the secret of the link at the console admits.',
  },
  read: {
    grants: [grant('anyone', 'everything')],
    openBecause: 'The first visit must learn whether the installation has been set up.',
  },
});
