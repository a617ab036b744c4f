import type { Session } from '../../ui/session.ts';
import type { Pages } from '../../ui/routing.ts';

const keepers: ReadonlySet<string> = new Set(['administrator', 'informationSecurityCoordinator']);

export const settingPages: Pages = {
  pages: [{ path: '/installningar', load: () => import('./settings.tsx') }],
  navigation: [
    {
      to: '/installningar',
      label: { sv: 'Inställningar', en: 'Settings' },
      order: 79,
      group: 'administration',
      isShown: (session: Session) => session.offices.some((held) => keepers.has(held.office)),
    },
  ],
};
