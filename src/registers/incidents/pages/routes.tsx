import type { Pages } from '../../../ui/routing.ts';

export const incidentPages: Pages = {
  pages: [
    { path: '/rapportera', load: () => import('./report/report.tsx'), access: 'open' },
    { path: '/rapportera/folj', load: () => import('./report/follow.tsx'), access: 'open' },
  ],
};
