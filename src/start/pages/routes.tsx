import type { Pages } from '../../ui/routing.ts';

export const startPages: Pages = {
  pages: [{ path: '/att-gora', load: () => import('./to-do.tsx') }],
  navigation: [{ to: '/att-gora', label: { sv: 'Att göra', en: 'To do' }, order: 10 }],
};
