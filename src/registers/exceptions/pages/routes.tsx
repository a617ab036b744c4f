import type { Pages } from '../../../ui/routing.ts';

export const exceptionPages: Pages = {
  pages: [
    { path: '/undantag', past: true, load: () => import('./list.tsx') },
    { path: '/undantag/ny', load: () => import('./new.tsx') },
    { path: '/undantag/beslutsratt', past: true, load: () => import('./rules.tsx') },
    { path: '/undantag/$id', past: true, load: () => import('./record.tsx') },
    { path: '/undantag/$id/andra', load: () => import('./edit.tsx') },
    { path: '/undantag/$id/fornya', load: () => import('./renew.tsx') },
  ],
  navigation: [
    { to: '/undantag', label: { sv: 'Undantag', en: 'Exceptions' }, order: 59, group: 'followUp' },
  ],
};
