import { type RawBuilder, sql } from 'kysely';
import type { PersonId, UnitId } from './ids.ts';
import type { Office, ScopeKind } from './offices.ts';
import type { Language } from './texts.ts';

/** One office somebody holds today. For a unit, `units` is the unit and all below it. */
export interface HeldOffice {
  readonly office: Office;
  readonly scope: ScopeKind;
  readonly scopeId: string | null;
  readonly units: readonly UnitId[];
}

/** Who asks. `anonymous` has not signed in; `system` is Värna itself (migration, start profile, sequencer). */
export interface Actor {
  readonly kind: 'anonymous' | 'person' | 'system';
  readonly personId: PersonId | null;
  readonly name: string;
  readonly language: Language;
  readonly unitId: UnitId | null;
  readonly held: readonly HeldOffice[];
  /** Keys of the default-owner table that this person answers for: `area` or `area:unit` (P28). */
  readonly areas: readonly string[];
  /** By which session or token; null for the system. Never shown. */
  readonly credentialId: string | null;
  /** Only while a question of the past is answered (recorded/past.ts): the day it is asked on. */
  readonly asksOn?: string;
}

/** Värna itself, which may everything: migrations, start profiles and what runs by the clock. */
export const systemActor: Actor = {
  kind: 'system',
  personId: null,
  name: 'Värna',
  language: 'sv',
  unitId: null,
  held: [],
  areas: [],
  credentialId: null,
};

/** What a record can be recognised by when a right is limited. Each register says which keys its records have. */
export const keyKinds = ['record', 'unit', 'entity', 'body', 'area', 'person'] as const;
export type KeyKind = (typeof keyKinds)[number];
export type ScopeKeys = Partial<Record<KeyKind, string | readonly string[] | null>>;

/**
 * How far a grant reaches: `everything`; the records of the holder's `unit` and all below; of her `entity` or
 * `body`; the very `record` the appointment names; an information `area` by the default-owner table; her own
 * `homeUnit`; or what concerns her`self`.
 */
export type Reach = 'everything' | 'unit' | 'entity' | 'body' | 'record' | 'area' | 'homeUnit' | 'self';

/** `signedIn` is everyone with an account; `anyone` is the public, and must say why. */
export type Grantee = Office | 'signedIn' | 'anyone';
export interface Grant {
  readonly to: Grantee;
  readonly reach: Reach;
}

/** A right to one thing, as data: who has it, and how far. Printed by `npm run access`. */
export interface Permission {
  readonly register: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Which kind of scope in an appointment names a record of this register, where there is one. */
  readonly recordScope: ScopeKind | null;
  /** Why the door is open to the public; only with a grant to `anyone`. */
  readonly openBecause?: string;
}

/** Which records a right covers. The same value filters lists and checks one record, so they cannot drift apart. */
export interface Scope {
  readonly everything: boolean;
  readonly keys: Readonly<Record<KeyKind, readonly string[]>>;
  /** Set in a question of the past: what is shown must also be within the scope as it stands now, on this day. */
  readonly alsoOn?: string;
}

/** `grant('manager', 'unit')` reads: a manager may, within her unit. */
export function grant(to: Grantee, reach: Reach): Grant {
  return { to, reach };
}

/** A register's table of rights: each name with its grants, as one object whose fields are permissions. */
export function accessTable<const Names extends string>(
  register: string,
  recordScope: ScopeKind | null,
  table: Record<Names, readonly Grant[] | { grants: readonly Grant[]; openBecause: string }>,
): Record<Names, Permission> {
  const entries = Object.entries<readonly Grant[] | { grants: readonly Grant[]; openBecause: string }>(table);
  const permissions = entries.map(([name, row]) => {
    const grants = 'grants' in row ? row.grants : row;
    const open = 'grants' in row ? { openBecause: row.openBecause } : {};
    if (grants.some((one) => one.to === 'anyone') !== 'openBecause' in open) {
      throw new Error(`${register}.${name}: a door open to anyone must say why, and no other may`);
    }
    return [name, { register, name, grants, recordScope, ...open }] as const;
  });
  return Object.fromEntries(permissions) as Record<Names, Permission>; // same keys, by construction
}

/** The records that this actor reaches by this permission; null when no grant is hers at all. */
export function scopeOf(actor: Actor, permission: Permission): Scope | null {
  if (actor.kind === 'system') return everythingScope;
  const keys: Record<KeyKind, string[]> = {
    record: [],
    unit: [],
    entity: [],
    body: [],
    area: [],
    person: [],
  };
  let everything = false;
  let held = false;
  for (const one of permission.grants) {
    for (const office of officesFor(actor, one)) {
      held = true;
      if (one.reach === 'everything') everything = true;
      else addKeys(keys, one.reach, office, actor, permission);
    }
  }
  if (!held) return null;
  return { everything, keys, ...(actor.asksOn === undefined ? {} : { alsoOn: actor.asksOn }) };
}

/** The scope that holds every record. For the system itself, and for tests. */
export const everythingScope: Scope = {
  everything: true,
  keys: { record: [], unit: [], entity: [], body: [], area: [], person: [] },
};

const noOffice: HeldOffice = { office: 'manager', scope: 'unit', scopeId: null, units: [] };

function officesFor(actor: Actor, one: Grant): readonly HeldOffice[] {
  if (one.to === 'anyone') return [noOffice];
  if (one.to === 'signedIn') return actor.kind === 'person' ? [noOffice] : [];
  // An owner by the default table holds no appointment: the table itself is the appointment (P28).
  if (one.reach === 'area') return actor.areas.length > 0 ? [noOffice] : [];
  return actor.held.filter((office) => office.office === one.to);
}

function addKeys(
  keys: Record<KeyKind, string[]>,
  reach: Exclude<Reach, 'everything'>,
  office: HeldOffice,
  actor: Actor,
  permission: Permission,
): void {
  switch (reach) {
    case 'unit':
      keys.unit.push(...office.units);
      return;
    case 'homeUnit':
      if (actor.unitId !== null) keys.unit.push(actor.unitId);
      return;
    case 'self':
      if (actor.personId !== null) keys.person.push(actor.personId);
      return;
    case 'area':
      keys.area.push(...actor.areas);
      return;
    case 'entity':
      if (office.scope === 'entity' && office.scopeId !== null) keys.entity.push(office.scopeId);
      return;
    case 'body':
      if (office.scope === 'body' && office.scopeId !== null) keys.body.push(office.scopeId);
      return;
    case 'record':
      if (office.scope === permission.recordScope && office.scopeId !== null)
        keys.record.push(office.scopeId);
      return;
  }
}

/** Is a record with these keys within the scope? */
export function covers(scope: Scope, keys: ScopeKeys): boolean {
  if (scope.everything) return true;
  // Keys of then say nothing of now.
  if (scope.alsoOn !== undefined) return false;
  return keyKinds.some((kind) => {
    const value = keys[kind];
    if (value === undefined || value === null) return false;
    const values = typeof value === 'string' ? [value] : value;
    return values.some((one) => scope.keys[kind].includes(one));
  });
}

/** Which column, or SQL expression, holds each key. */
export type KeyColumns = Partial<Record<KeyKind, string | RawBuilder<unknown>>>;

/**
 * The same question as {@link covers}, in SQL: a condition on the columns named. A column may also be an SQL
 * expression; `area` takes an expression that yields a text array.
 */
export function whereCovered(scope: Scope, columns: KeyColumns): RawBuilder<boolean> {
  if (scope.everything) return sql<boolean>`true`;
  if (scope.alsoOn !== undefined) return sql<boolean>`false`; // see recorded/covered.ts
  const parts: RawBuilder<boolean>[] = [];
  for (const kind of keyKinds) {
    const column = columns[kind];
    const values = scope.keys[kind];
    if (column === undefined || values.length === 0) continue;
    const expression = typeof column === 'string' ? sql.ref(column) : column;
    parts.push(
      kind === 'area'
        ? sql<boolean>`${expression} && ${values}::text[]`
        : sql<boolean>`${expression} = any(${values}::uuid[])`,
    );
  }
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}
