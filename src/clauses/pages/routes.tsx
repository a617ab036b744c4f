import type { Pages } from '../../ui/routing.ts';

export const clausePages: Pages = {
  pages: [
    { path: '/policyn', load: () => import('./policy.tsx') },
    { path: '/krav', load: () => import('./clause-list.tsx') },
    { path: '/krav/$number', load: () => import('./clause.tsx') },
  ],
  navigation: [{ to: '/policyn', label: { sv: 'Policyn', en: 'The policy' }, order: 20 }],
};
