import type { Pages } from '../../../ui/routing.ts';

export const measurePages: Pages = {
  pages: [
    { path: '/atgarder', past: true, load: () => import('./list.tsx') },
    { path: '/atgarder/ny', load: () => import('./new.tsx') },
    { path: '/atgarder/$id', past: true, load: () => import('./record.tsx') },
    { path: '/atgarder/$id/andra', load: () => import('./edit.tsx') },
  ],
  navigation: [{ to: '/atgarder', label: { sv: 'Åtgärder', en: 'Measures' }, order: 57, group: 'followUp' }],
};
