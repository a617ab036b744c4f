import type { Pages } from '../../../ui/routing.ts';

export const publicationPages: Pages = {
  pages: [{ path: '/styrdokument/publicering', past: true, load: () => import('./publishing.tsx') }],
  navigation: [],
};
