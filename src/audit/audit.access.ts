import { accessTable, grant, type Permission } from '../kernel/access.ts';

/** Those whose task is to follow up and to examine: they must be able to ask the log anything. */
const examiners = [
  grant('auditor', 'everything'),
  grant('informationSecurityCoordinator', 'everything'),
  grant('securityCoordinator', 'everything'),
  grant('dataProtectionOfficer', 'everything'),
] as const;

/**
 * Who may ask the log what. The administrator runs Värna and is among those whom the log watches, so the office gives
 * no right to read it. Everybody may see what she has done herself and what others have read about her.
 *
 * Events bear the register's name `log` and not `audit`: what the log tells of itself is never erased, and who has
 * searched it for whom shall be, as other readings.
 */
export const auditAccess = accessTable('log', null, {
  search: [...examiners, grant('signedIn', 'self')],
  /** Of one record: the register's own right to read it decides (history.ts). */
  history: [grant('signedIn', 'everything')],
  /** Who has read a record: examiners, and the owner of the very record, which {@link readersAccess} limits. */
  readers: [
    ...examiners,
    grant('informationOwner', 'record'),
    grant('informationOwner', 'area'),
    grant('systemOwner', 'record'),
  ],
  aboutMe: [grant('signedIn', 'self')],
  // That the log is whole is no secret among those who are in it; whoever runs Värna must see when it has stopped.
  status: [...examiners, grant('administrator', 'everything'), grant('itManager', 'everything')],
});

/** The right to see who has read a record, register by register: an owner's reaches what she owns. */
export const readersAccess: Readonly<Record<string, Permission>> = {
  information: accessTable('information', 'information', {
    readers: [...examiners, grant('informationOwner', 'record'), grant('informationOwner', 'area')],
  }).readers,
  system: accessTable('system', 'system', { readers: [...examiners, grant('systemOwner', 'record')] })
    .readers,
};

/** The same for registers in which nobody owns a record. */
export const otherReadersAccess: Permission = accessTable('log', null, { readers: examiners }).readers;
