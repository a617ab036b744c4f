import type { Pages } from '../../ui/routing.ts';

export const dutyPages: Pages = {
  pages: [
    { path: '/plikter', past: true, load: () => import('./list.tsx') },
    { path: '/plikter/prova', load: () => import('./dry-run.tsx') },
    { path: '/plikter/tider-och-mottagare', past: true, load: () => import('./data.tsx') },
    { path: '/plikter/tider/$key', load: () => import('./term.tsx') },
    { path: '/plikter/mottagare/$key', load: () => import('./recipient.tsx') },
    { path: '/plikter/$number', past: true, load: () => import('./record.tsx') },
  ],
  navigation: [
    {
      to: '/plikter',
      label: { sv: 'Lagens plikter', en: 'Duties of the law' },
      order: 34,
      group: 'registers',
    },
  ],
};
