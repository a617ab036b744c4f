import type { Actor, HeldOffice, Permission } from '../kernel/access.ts';
import type { PersonId, UnitId } from '../kernel/ids.ts';
import type { Office, ScopeKind } from '../kernel/offices.ts';
import { officeScopes } from '../kernel/offices.ts';

/** Nobody: has not signed in. */
export const anonymous: Actor = {
  kind: 'anonymous',
  personId: null,
  name: '',
  language: 'sv',
  unitId: null,
  held: [],
  areas: [],
  credentialId: null,
};

/** Värna itself, which may everything: for arranging a test through the same door as everyone. */
export const system: Actor = { ...anonymous, kind: 'system', name: 'Värna' };

/** Somebody signed in without any office. */
export function employee(personId: PersonId, unitId: UnitId | null = null): Actor {
  return {
    ...anonymous,
    kind: 'person',
    personId,
    name: 'Anna Andersson',
    unitId,
    credentialId: `session-${personId}`,
  };
}

/** Somebody who holds one office; for a unit, name the units below it too. */
export function holderOf(
  office: Office,
  personId: PersonId,
  where: { scope?: ScopeKind; scopeId?: string | null; units?: readonly UnitId[] } = {},
): Actor {
  const held: HeldOffice = {
    office,
    scope: where.scope ?? officeScopes[office][0] ?? 'municipality',
    scopeId: where.scopeId ?? null,
    units: where.units ?? [],
  };
  return { ...employee(personId), held: [held], credentialId: `session-${personId}-${office}` };
}

/** Offices that no grant of this permission names: everybody who must be refused (test of the complement). */
export function refusedOffices(permission: Permission): readonly Office[] {
  const admitted = new Set(permission.grants.map((one) => one.to));
  if (admitted.has('signedIn') || admitted.has('anyone')) return [];
  const all = Object.keys(officeScopes) as Office[]; // the table is keyed by every office
  return all.filter((office) => !admitted.has(office));
}
