import type { Pages } from '../../ui/routing.ts';

export const startPages: Pages = {
  pages: [
    { path: '/att-gora', load: () => import('./to-do.tsx') },
    { path: '/hur-vi-loggar', load: () => import('./logging.tsx'), access: 'open' },
  ],
  footer: [{ to: '/hur-vi-loggar', label: { sv: 'Hur vi loggar', en: 'How we log' } }],
  navigation: [{ to: '/att-gora', label: { sv: 'Att göra', en: 'To do' }, order: 10 }],
};
