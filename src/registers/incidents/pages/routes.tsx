import { lazy } from 'react';
import type { Session } from '../../../ui/session.ts';
import type { Pages } from '../../../ui/routing.ts';

const mailKeepers: ReadonlySet<string> = new Set(['administrator', 'informationSecurityCoordinator']);

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
    { path: '/installningar/rapporter-med-e-post', load: () => import('./mail-intake.tsx') },
    { path: '/klockor', load: () => import('./board.tsx') },
    { path: '/handelser/$id/andra', load: () => import('./edit.tsx') },
  ],
  leaving: lazy(() => import('./report/leaving.tsx')),
  navigation: [
    { to: '/handelser', label: { sv: 'Händelser', en: 'Events' }, order: 25 },
    { to: '/klockor', label: { sv: 'Klockor', en: 'Clocks' }, order: 26 },
    {
      to: '/installningar/rapporter-med-e-post',
      label: { sv: 'Rapporter med e-post', en: 'Reports by mail' },
      order: 81,
      group: 'administration',
      isShown: (session: Session) => session.offices.some((held) => mailKeepers.has(held.office)),
    },
  ],
};
