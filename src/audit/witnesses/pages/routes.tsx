import type { Session } from '../../../ui/session.ts';
import type { Pages } from '../../../ui/routing.ts';

/** Those who follow up, as in the witnesses' table of rights. */
const readers: ReadonlySet<string> = new Set([
  'informationSecurityCoordinator',
  'administrator',
  'auditor',
  'chair',
  'municipalDirector',
  'securityCoordinator',
  'itManager',
  'dataProtectionOfficer',
]);
const isShown = (session: Session) => session.offices.some((held) => readers.has(held.office));

export const witnessPages: Pages = {
  pages: [
    { path: '/loggen/vittnen', load: () => import('./list.tsx') },
    { path: '/loggen/vittnen/nytt', load: () => import('./new.tsx') },
    { path: '/loggen/vittnen/$id', load: () => import('./record.tsx') },
    { path: '/loggen/vittnen/$id/andra', load: () => import('./edit.tsx') },
    { path: '/loggen/kontroller', load: () => import('../../verification/pages/verifications.tsx') },
  ],
  navigation: [
    {
      to: '/loggen/vittnen',
      label: { sv: 'Loggens vittnen', en: 'Witnesses of the log' },
      order: 72,
      group: 'followUp',
      isShown,
    },
    {
      to: '/loggen/kontroller',
      label: { sv: 'Kontroller av loggen', en: 'Verifications of the log' },
      order: 73,
      group: 'followUp',
      isShown,
    },
  ],
};
