import type { Pages } from '../../../ui/routing.ts';

export const documentPages: Pages = {
  pages: [
    { path: '/styrdokument', past: true, load: () => import('./list.tsx') },
    { path: '/styrdokument/las-in', load: () => import('./import.tsx') },
    { path: '/styrdokument/nytt', load: () => import('./new.tsx') },
    { path: '/styrdokument/intyg', past: true, load: () => import('./attests.tsx') },
    { path: '/styrdokument/beslutsratt', past: true, load: () => import('./deciding.tsx') },
    { path: '/styrdokument/dokument/$id', past: true, load: () => import('./document.tsx') },
    { path: '/styrdokument/dokument/$id/andra', load: () => import('./edit.tsx') },
    { path: '/styrdokument/$id', past: true, load: () => import('./version.tsx') },
    { path: '/styrdokument/$id/skriv', load: () => import('./write.tsx') },
    { path: '/styrdokument/$id/jamfor/$med', past: true, load: () => import('./compare.tsx') },
  ],
  navigation: [{ to: '/styrdokument', label: { sv: 'Styrdokument', en: 'Governing documents' }, order: 50 }],
};
