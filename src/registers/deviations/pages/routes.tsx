import type { Pages } from '../../../ui/routing.ts';

export const deviationPages: Pages = {
  pages: [
    { path: '/avvikelser', past: true, load: () => import('./list.tsx') },
    { path: '/avvikelser/ny', load: () => import('./new.tsx') },
    { path: '/avvikelser/$id', past: true, load: () => import('./record.tsx') },
    { path: '/avvikelser/$id/andra', load: () => import('./edit.tsx') },
  ],
  navigation: [
    { to: '/avvikelser', label: { sv: 'Avvikelser', en: 'Deviations' }, order: 58, group: 'followUp' },
  ],
};
