import { Type } from 'typebox';
import { type Actor, everythingScope, type Scope, scopeOf } from '../../../kernel/access.ts';
import { Fields, IdOf, ListOf, listQuery, OneOf, OrNull, pageSize, SomeOf } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { informationAccess } from '../../../registers/information/information.access.ts';
import { carriers } from '../../../registers/information/vocabulary.ts';
import { systemAccess } from '../../../registers/systems/system.access.ts';
import { StandingField, standingOn, stepRefusal } from '../row.ts';
import { mayAtAll, Step, step } from '../views.ts';
import { unitAccess } from './unit.access.ts';
import { readUnit, unitsAbove } from './unit.store.ts';
import {
  type HeldScopes,
  listTree,
  listUnits,
  standingOf,
  surroundingsOf,
  treeLimit,
} from './unit.tree.store.ts';
import { carriersAnswered, type Unit, unitKeys, unitKinds } from './unit.ts';

const Person = OrNull(Fields({ personId: Type.String(), name: Type.String() }));
const Named = Fields({ id: Type.String(), name: Type.String() });
const Count = Type.Integer();
/** How many the asker may see; null where she may see none of the unit's. */
const Seen = OrNull(Count);

const shared = {
  id: Type.String(),
  version: Type.Integer(),
  parentId: OrNull(Type.String()),
  entityId: Type.String(),
  kind: OneOf(unitKinds),
  name: Type.String(),
  from: Type.String(),
  until: OrNull(Type.String()),
  standing: StandingField,
  toConfirm: Type.Boolean(),
};

const held = { manager: Person, information: Seen, systems: Seen, persons: Count };
function heldScopes(actor: Actor): HeldScopes {
  return {
    information: scopeOf(actor, informationAccess.read) ?? nothing,
    systems: scopeOf(actor, systemAccess.read) ?? nothing,
  };
}
const nothing: Scope = { ...everythingScope, everything: false };

const changes = { register: Step, confirmAll: Step, reorganise: Step };

export const tree = view({
  name: 'unit.tree',
  on: 'register',
  permission: unitAccess.read,
  input: Fields({ entityId: Type.Optional(IdOf<'Entity'>()), ended: Type.Optional(Type.Boolean()) }),
  output: Fields({
    /** Every unit, by name; `parentId` makes the tree. */
    items: Type.Array(
      Fields({
        ...shared,
        ...held,
        bodyId: OrNull(Type.String()),
        carriersDeclaredOn: OrNull(Type.String()),
      }),
    ),
    /** True when there are more units than can be shown. */
    cut: Type.Boolean(),
    may: Fields(changes),
  }),
  told: { nothing: 'the organisation and who leads it is public' },
  answer: async (db, input, { actor, scope, today }) => {
    const rows = await listTree(db, input, scope, heldScopes(actor), today);
    const may = {
      register: mayAtAll(actor, unitAccess.register),
      confirmAll: mayAtAll(actor, unitAccess.confirmAll),
      reorganise: mayAtAll(actor, unitAccess.reorganise),
    };
    const items = rows.map((row) => ({ ...row, standing: standingOn(row, today) }));
    return { items, cut: rows.length === treeLimit, may };
  },
});

export const list = view({
  name: 'unit.list',
  on: 'register',
  permission: unitAccess.read,
  input: Fields({
    ...listQuery,
    entityId: Type.Optional(IdOf<'Entity'>()),
    kind: Type.Optional(OneOf(unitKinds)),
    ended: Type.Optional(Type.Boolean()),
  }),
  output: Fields({
    ...ListOf(Fields({ ...shared, entityName: Type.String(), parentName: OrNull(Type.String()) })).properties,
    may: Fields({ register: Step }),
  }),
  told: { nothing: 'the organisation and who leads it is public' },
  answer: async (db, input, { actor, scope, today, insight, size }) => {
    const { page = 1, clause, sort: _sort, ...narrow } = input;
    const filter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'unit') };
    const { items, total } = await listUnits(db, filter, page, size, scope, today);
    const may = { register: mayAtAll(actor, unitAccess.register) };
    return {
      items: items.map((row) => ({ ...row, standing: standingOn(row, today) })),
      total,
      page,
      pageSize,
      may,
    };
  },
});

export const record = view({
  name: 'unit.record',
  on: 'record',
  permission: unitAccess.read,
  input: Fields({}),
  output: Fields({
    ...shared,
    ...held,
    bodyId: OrNull(Type.String()),
    entityName: Type.String(),
    bodyName: OrNull(Type.String()),
    successorId: OrNull(Type.String()),
    successorName: OrNull(Type.String()),
    /** The units above, the top first. */
    above: Type.Array(Named),
    subunits: Type.Array(Fields({ id: Type.String(), name: Type.String(), kind: OneOf(unitKinds) })),
    carriersHeld: SomeOf(carriers),
    carriersNone: SomeOf(carriers),
    carriersDeclaredOn: OrNull(Type.String()),
    /** Every carrier has an answer (P20). */
    carriersComplete: Type.Boolean(),
    may: Fields({ describe: Step, confirm: Step, declareCarriers: Step, end: Step, reorganise: Step }),
  }),
  told: { nothing: 'the organisation and who leads it is public' },
  answer: async (db, _input, { id, actor, scope, today }) => {
    const row = await readUnit(db, id, scope);
    if (row === null) return null;
    const [around, counts, above] = await Promise.all([
      surroundingsOf(db, id, today),
      standingOf(db, id, heldScopes(actor), today),
      unitsAbove(db, id),
    ]);
    const keys = unitKeys(row.id);
    const ended = stepRefusal('describe', row, today);
    return {
      ...recordOf(row, today),
      ...around,
      ...counts,
      above,
      may: {
        describe: step(actor, unitAccess.describe, keys, ended),
        confirm: step(actor, unitAccess.confirm, keys, row.toConfirm ? null : 'alreadyConfirmed'),
        declareCarriers: step(actor, unitAccess.declareCarriers, keys, ended),
        end: step(actor, unitAccess.end, keys, ended),
        reorganise: step(actor, unitAccess.reorganise, keys, ended),
      },
    };
  },
});

function recordOf(row: Unit, today: string) {
  return {
    ...row,
    standing: standingOn(row, today),
    carriersHeld: [...row.carriersHeld],
    carriersNone: [...row.carriersNone],
    carriersComplete: carriersAnswered({ held: row.carriersHeld, none: row.carriersNone }),
  };
}
