import type { Pages } from '../../../ui/routing.ts';

export const personPages: Pages = {
  pages: [
    { path: '/personer', past: true, load: () => import('./list.tsx') },
    { path: '/personer/ny', load: () => import('./new.tsx') },
    { path: '/personer/$id', past: true, load: () => import('./record.tsx') },
    { path: '/personer/$id/andra', load: () => import('./edit.tsx') },
  ],
  navigation: [{ to: '/personer', label: { sv: 'Personer', en: 'People' }, order: 35, group: 'registers' }],
};
