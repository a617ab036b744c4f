import type { Pages } from '../../../ui/routing.ts';

export const documentPages: Pages = {
  pages: [
    { path: '/styrdokument', past: true, load: () => import('./list.tsx') },
    { path: '/styrdokument/las-in', load: () => import('./import.tsx') },
    { path: '/styrdokument/$id', past: true, load: () => import('./version.tsx') },
  ],
  navigation: [{ to: '/styrdokument', label: { sv: 'Styrdokument', en: 'Governing documents' }, order: 50 }],
};
