import type { Pages } from '../../../ui/routing.ts';

export const systemPages: Pages = {
  pages: [
    { path: '/register/system', past: true, load: () => import('./list.tsx') },
    { path: '/register/system/ny', load: () => import('./new.tsx') },
    { path: '/register/system/$id', past: true, load: () => import('./record.tsx') },
    { path: '/register/system/$id/andra', load: () => import('./edit.tsx') },
    { path: '/register/system/$id/skydd', load: () => import('./prove.tsx') },
    { path: '/register/system/$id/hoj', load: () => import('./raise.tsx') },
  ],
  navigation: [
    { to: '/register/system', label: { sv: 'System', en: 'Systems' }, order: 31, group: 'registers' },
  ],
};
