import type { Pages } from '../../../ui/routing.ts';

export const appointmentPages: Pages = {
  pages: [
    { path: '/uppdrag', past: true, load: () => import('./list.tsx') },
    { path: '/uppdrag/nytt', load: () => import('./new.tsx') },
    { path: '/uppdrag/$id', past: true, load: () => import('./record.tsx') },
    { path: '/uppdrag/$id/andra', load: () => import('./edit.tsx') },
  ],
  navigation: [{ to: '/uppdrag', label: { sv: 'Uppdrag', en: 'Offices' }, order: 36, group: 'registers' }],
};
