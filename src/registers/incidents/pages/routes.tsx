import type { Pages } from '../../../ui/routing.ts';

export const incidentPages: Pages = {
  pages: [
    { path: '/rapportera', load: () => import('./report/report.tsx'), access: 'open' },
    { path: '/rapportera/folj', load: () => import('./report/follow.tsx'), access: 'open' },
    { path: '/handelser', load: () => import('./list.tsx'), past: true },
    { path: '/handelser/intyg', load: () => import('./attest.tsx') },
    { path: '/handelser/rapportering', load: () => import('./reporting.tsx') },
    { path: '/handelser/installningar', load: () => import('./settings.tsx') },
    { path: '/handelser/$id', load: () => import('./record.tsx'), past: true },
    { path: '/handelser/$id/bedom', load: () => import('./triage.tsx') },
    { path: '/handelser/$id/rapport/$reportId', load: () => import('./authority-report.tsx') },
    { path: '/klockor', load: () => import('./board.tsx') },
    { path: '/handelser/$id/andra', load: () => import('./edit.tsx') },
  ],
  navigation: [
    { to: '/handelser', label: { sv: 'Händelser', en: 'Events' }, order: 25 },
    { to: '/klockor', label: { sv: 'Klockor', en: 'Clocks' }, order: 26 },
  ],
};
