import type { Pages } from '../../../ui/routing.ts';

export const informationPages: Pages = {
  pages: [
    { path: '/register/information', past: true, load: () => import('./list.tsx') },
    { path: '/register/information/ny', load: () => import('./new.tsx') },
    { path: '/register/information/$id', past: true, load: () => import('./record.tsx') },
    { path: '/register/information/$id/andra', load: () => import('./edit.tsx') },
    { path: '/register/information/$id/klassa', load: () => import('./classify.tsx') },
    { path: '/register/information/$id/hantering', load: () => import('./handling.tsx') },
    { path: '/register/information/$id/beslut', load: () => import('./decide.tsx') },
  ],
  navigation: [
    {
      to: '/register/information',
      label: { sv: 'Information', en: 'Information' },
      order: 30,
      group: 'registers',
    },
  ],
};
