import {
  type Actor,
  accessTable,
  covers,
  type Grant,
  grant,
  type Scope,
  type ScopeKeys,
  scopeOf,
} from '../../kernel/access.ts';
import { type Office, offices } from '../../kernel/offices.ts';

// Who may appoint to what, and end it again. Whoever decides in the municipality (KF elects, KS employs, a delegate
// decides) is told by the decision reference; this is about whose hand may enter it.

/** The director appoints; the coordinator keeps the register in order for the director (P24, P27). */
const coordinator = grant('informationSecurityCoordinator', 'everything');
const leaders = [grant('municipalDirector', 'everything'), coordinator];
const departmentHead = grant('departmentHead', 'unit');
const administrator = grant('administrator', 'everything');

/**
 * For each office, who may appoint to it and how far. A head of department fills the offices of her own units. An
 * owner of a system chooses who maintains it. Auditors are elected by the council and audit director and coordinator,
 * so neither of those enters or ends them: the administrator does, on the council's decision.
 */
export const appointing: Readonly<Record<Office, readonly Grant[]>> = {
  chair: leaders,
  municipalDirector: leaders,
  departmentHead: leaders,
  manager: [...leaders, departmentHead],
  informationOwner: [...leaders, departmentHead],
  systemOwner: [...leaders, departmentHead],
  systemMaintainer: [...leaders, departmentHead, grant('systemOwner', 'record')],
  informationSecurityCoordinator: leaders,
  securityCoordinator: leaders,
  itManager: leaders,
  dataProtectionOfficer: leaders,
  auditor: [administrator],
  entityContact: leaders,
  hrManager: leaders,
  administrator: [administrator],
};

/**
 * Who may appoint to these offices while nobody holds them, and never again. An installation begins with an
 * administrator alone: she appoints the coordinator, who from then on answers for who holds what. Should there ever be
 * no administrator, only an administrator could appoint one; then the coordinator may.
 */
export const firstAppointing: Readonly<Partial<Record<Office, readonly Grant[]>>> = {
  informationSecurityCoordinator: [administrator],
  administrator: [coordinator],
};
/** The offices that {@link firstAppointing} speaks of. */
export const firstOffices: readonly Office[] = offices.filter(
  (office) => firstAppointing[office] !== undefined,
);

/** Offices that watch over others. Nobody appoints herself to one. */
export const controlOffices: readonly Office[] = ['auditor', 'dataProtectionOfficer', 'administrator'];

/** Offices that only a minuted decision by a body can fill: the auditors are the council's (KL 12 kap. 5 §). */
export const electedOffices: readonly Office[] = ['auditor'];

const all = (tables: readonly Readonly<Partial<Record<Office, readonly Grant[]>>>[]): Grant[] => {
  const grants = tables.flatMap((table) => offices.flatMap((office) => table[office] ?? []));
  return [...new Map(grants.map((one) => [`${one.to} ${one.reach}`, one])).values()];
};
/** Everyone who may begin some appointment: the door's own answer, before the office is looked at. */
export const beginners: readonly Grant[] = all([appointing, firstAppointing]);
/** Everyone who may change or end some appointment. */
export const enders: readonly Grant[] = all([appointing]);

const perOffice = accessTable('appointment', 'system', appointing);
const perVacantOffice = accessTable('appointment', 'system', {
  ...Object.fromEntries(offices.map((office) => [office, [] as readonly Grant[]])),
  ...firstAppointing,
} as Record<Office, readonly Grant[]>); // every office has its list, by construction

/** May the actor appoint to the office, for what has these keys? `isVacant`: nobody holds it, now or later. */
export function mayAppoint(actor: Actor, office: Office, keys: ScopeKeys, isVacant: boolean): boolean {
  const scopes = [
    scopeOf(actor, perOffice[office]),
    isVacant ? scopeOf(actor, perVacantOffice[office]) : null,
  ];
  return scopes.some((scope) => scope !== null && covers(scope, keys));
}

/** What the actor may appoint to the office for; null when nothing. Filters the choices of a form. */
export function appointScope(actor: Actor, office: Office): Scope | null {
  return scopeOf(actor, perOffice[office]);
}
