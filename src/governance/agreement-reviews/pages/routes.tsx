import type { Pages } from '../../../ui/routing.ts';

export const agreementReviewPages: Pages = {
  pages: [
    { path: '/avtalsgranskningar', past: true, load: () => import('./list.tsx') },
    { path: '/avtalsgranskningar/ny', load: () => import('./new.tsx') },
    { path: '/avtalsgranskningar/$id', past: true, load: () => import('./record.tsx') },
    { path: '/avtalsgranskningar/$id/andra', load: () => import('./edit.tsx') },
    { path: '/avtalsgranskningar/$id/granska', load: () => import('./review.tsx') },
  ],
  navigation: [
    {
      to: '/avtalsgranskningar',
      label: { sv: 'Avtal mot policyn', en: 'Agreements and the policy' },
      order: 33,
      group: 'registers',
    },
  ],
};
