import type { Pages } from '../../../ui/routing.ts';

export const organisationPages: Pages = {
  pages: [
    { path: '/organisation', past: true, load: () => import('./organisation.tsx') },
    { path: '/organisation/omorganisera', load: () => import('./reorganise.tsx') },
    { path: '/organisation/bolag/ny', load: () => import('./entity-new.tsx') },
    { path: '/organisation/bolag/$id', past: true, load: () => import('./entity-record.tsx') },
    { path: '/organisation/bolag/$id/andra', load: () => import('./entity-edit.tsx') },
    { path: '/organisation/organ/nytt', load: () => import('./body-new.tsx') },
    { path: '/organisation/organ/$id', past: true, load: () => import('./body-record.tsx') },
    { path: '/organisation/organ/$id/andra', load: () => import('./body-edit.tsx') },
    { path: '/organisation/enheter/ny', load: () => import('./unit-new.tsx') },
    { path: '/organisation/enheter/$id', past: true, load: () => import('./unit-record.tsx') },
    { path: '/organisation/enheter/$id/andra', load: () => import('./unit-edit.tsx') },
    { path: '/organisation/enheter/$id/former', load: () => import('./unit-carriers.tsx') },
  ],
  navigation: [
    {
      to: '/organisation',
      label: { sv: 'Organisation', en: 'Organisation chart' },
      order: 34,
      group: 'registers',
    },
  ],
};
