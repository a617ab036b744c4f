/**
 * The offices that authority follows. A person has rights only by holding one of them, for a scope and a period.
 * The words are fixed in docs/ordlista.md; the first thirteen are the policy's own or the law's.
 */
export const offices = [
  'chair',
  'municipalDirector',
  'departmentHead',
  'manager',
  'informationOwner',
  'systemOwner',
  'systemMaintainer',
  'informationSecurityCoordinator',
  'securityCoordinator',
  'itManager',
  'dataProtectionOfficer',
  'auditor',
  'entityContact',
  'hrManager',
  'administrator',
] as const;

export type Office = (typeof offices)[number];

/** What an appointment can be for. `municipality` is the whole group: the municipality and its companies. */
export const scopeKinds = ['municipality', 'entity', 'body', 'unit', 'system', 'information'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** The kind of thing each office is held for. An appointment to another kind of scope is refused. */
export const officeScopes: Record<Office, readonly ScopeKind[]> = {
  chair: ['body'],
  municipalDirector: ['municipality'],
  departmentHead: ['unit'],
  manager: ['unit'],
  informationOwner: ['information'],
  systemOwner: ['system'],
  systemMaintainer: ['system'],
  informationSecurityCoordinator: ['municipality'],
  securityCoordinator: ['municipality'],
  itManager: ['municipality'],
  // Each controller appoints its own (GDPR art. 37.1); bodies and entities are the controllers.
  dataProtectionOfficer: ['entity', 'body'],
  auditor: ['municipality'],
  entityContact: ['entity', 'body'],
  hrManager: ['municipality'],
  administrator: ['municipality'],
};
