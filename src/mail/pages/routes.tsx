import type { Session } from '../../ui/session.ts';
import type { Pages } from '../../ui/routing.ts';

const keepers: ReadonlySet<string> = new Set(['administrator', 'informationSecurityCoordinator']);

export const mailPages: Pages = {
  pages: [{ path: '/installningar/e-post', load: () => import('./mails.tsx') }],
  navigation: [
    {
      to: '/installningar/e-post',
      label: { sv: 'E-post', en: 'Mail' },
      order: 80,
      group: 'administration',
      isShown: (session: Session) => session.offices.some((held) => keepers.has(held.office)),
    },
  ],
};
