import type { Pages } from '../../ui/routing.ts';

export const pushPages: Pages = {
  pages: [{ path: '/mitt-konto/aviseringar', load: () => import('./notifications.tsx') }],
};
