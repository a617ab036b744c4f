import type { Pages } from '../../../ui/routing.ts';

export const personSourcePages: Pages = {
  pages: [{ path: '/personer/kallor', load: () => import('./sources.tsx') }],
};
