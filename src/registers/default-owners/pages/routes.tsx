import type { Pages } from '../../../ui/routing.ts';

export const defaultOwnerPages: Pages = {
  pages: [
    { path: '/informationsagare', past: true, load: () => import('./owners.tsx') },
    { path: '/informationsagare/ny', load: () => import('./new.tsx') },
    { path: '/informationsagare/$id', load: () => import('./edit.tsx') },
  ],
  navigation: [
    {
      to: '/informationsagare',
      label: { sv: 'Informationsägare', en: 'Information owners' },
      order: 33,
      group: 'registers',
    },
  ],
};
