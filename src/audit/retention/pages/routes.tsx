import type { Pages } from '../../../ui/routing.ts';
import type { Session } from '../../../ui/session.ts';

const keepers: ReadonlySet<string> = new Set([
  'informationSecurityCoordinator',
  'securityCoordinator',
  'dataProtectionOfficer',
  'auditor',
]);

export const retentionPages: Pages = {
  pages: [
    { path: '/gallring-av-loggen', load: () => import('./retention.tsx') },
    { path: '/gallring-av-loggen/$family', load: () => import('./rule.tsx') },
  ],
  navigation: [
    {
      to: '/gallring-av-loggen',
      label: { sv: 'Gallring av loggen', en: 'Erasure from the log' },
      order: 68,
      group: 'administration',
      isShown: (session: Session) => session.offices.some((held) => keepers.has(held.office)),
    },
  ],
};
