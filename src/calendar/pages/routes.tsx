import type { Pages } from '../../ui/routing.ts';

export const calendarPages: Pages = {
  pages: [{ path: '/mitt-konto/kalender', load: () => import('./calendar.tsx') }],
};
