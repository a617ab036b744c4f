import type { Pages } from '../../../ui/routing.ts';

export const acknowledgementPages: Pages = {
  pages: [
    { path: '/kvittenser', load: () => import('./list.tsx') },
    { path: '/kvittenser/ny', load: () => import('./new.tsx') },
    { path: '/kvittenser/fragor', load: () => import('./questions.tsx') },
    { path: '/kvittenser/granser', load: () => import('./limits.tsx') },
    { path: '/kvittenser/intyg', load: () => import('./attests.tsx') },
    { path: '/kvittenser/$id', load: () => import('./record.tsx') },
    { path: '/kvittenser/$id/personer', load: () => import('./names.tsx') },
    { path: '/kvittenser/$id/lista', load: () => import('./paper.tsx') },
    { path: '/las-och-kvittera', load: () => import('./mine.tsx') },
    { path: '/las-och-kvittera/$id', load: () => import('./read.tsx') },
    { path: '/externa-parter', past: true, load: () => import('./party-list.tsx') },
    { path: '/externa-parter/ny', load: () => import('./party-new.tsx') },
    { path: '/externa-parter/$id', past: true, load: () => import('./party.tsx') },
    { path: '/externa-parter/$id/andra', load: () => import('./party-edit.tsx') },
  ],
  navigation: [
    { to: '/kvittenser', label: { sv: 'Kvittenser', en: 'Acknowledgements' }, order: 52 },
    {
      to: '/externa-parter',
      label: { sv: 'Externa parter', en: 'External parties' },
      order: 34,
      group: 'registers',
    },
  ],
};
