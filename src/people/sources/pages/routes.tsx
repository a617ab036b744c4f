import type { Pages } from '../../../ui/routing.ts';

export const personSourcePages: Pages = {
  pages: [{ path: '/personer/kallor', past: true, load: () => import('./sources.tsx') }],
};
