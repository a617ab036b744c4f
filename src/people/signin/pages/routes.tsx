import type { Pages } from '../../../ui/routing.ts';

export const signinPages: Pages = {
  pages: [
    { path: '/logga-in', access: 'open', load: () => import('./sign-in.tsx') },
    { path: '/kom-igang', access: 'setup', load: () => import('./setup.tsx') },
    { path: '/inbjudan', access: 'open', load: () => import('./invitation.tsx') },
    { path: '/mitt-konto', load: () => import('./account.tsx') },
  ],
};
