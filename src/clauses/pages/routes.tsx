import type { Pages } from '../../ui/routing.ts';

export const clausePages: Pages = {
  pages: [
    { path: '/policyn', past: 'itself', load: () => import('./policy.tsx') },
    { path: '/krav', past: 'itself', load: () => import('./clause-list.tsx') },
    { path: '/krav/$number', past: 'itself', load: () => import('./clause.tsx') },
  ],
  navigation: [{ to: '/policyn', label: { sv: 'Policyn', en: 'The policy' }, order: 20 }],
};
