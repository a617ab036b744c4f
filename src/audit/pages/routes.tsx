import type { Pages } from '../../ui/routing.ts';
import type { Session } from '../../ui/session.ts';

const examiners = [
  'auditor',
  'informationSecurityCoordinator',
  'securityCoordinator',
  'dataProtectionOfficer',
];
const keepers = [...examiners, 'administrator', 'itManager'];

const holdsOneOf =
  (offices: readonly string[]) =>
  (session: Session): boolean =>
    session.offices.some((held) => offices.includes(held.office));

export const auditPages: Pages = {
  pages: [
    { path: '/loggen', load: () => import('./log.tsx') },
    { path: '/loggen/status', load: () => import('./status.tsx') },
    { path: '/loggen/$id', load: () => import('./event.tsx') },
    { path: '/historik/$register', load: () => import('./record-history.tsx') },
    { path: '/historik/$register/$id', load: () => import('./record-history.tsx') },
    { path: '/konto/last-om-mig', load: () => import('./about-me.tsx') },
  ],
  navigation: [
    {
      to: '/loggen',
      label: { sv: 'Loggen', en: 'The log' },
      order: 60,
      group: 'followUp',
      isShown: holdsOneOf(examiners),
    },
    {
      to: '/loggen/status',
      label: { sv: 'Loggens tillstånd', en: 'State of the log' },
      order: 61,
      group: 'followUp',
      isShown: holdsOneOf(keepers),
    },
  ],
};
