import { Type } from 'typebox';
import { type Actor, covers, scopeOf } from '../../kernel/access.ts';
import { Fields, IdOf, ListOf, listQuery, OneOf, OrNull, orderOf, pageSize } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { isHigh, isSensitive } from '../information/sensitive.ts';
import { aspects } from '../information/vocabulary.ts';
import { carriedBy, highestCarried, highestCarriedBy } from './carrying.store.ts';
import { lifecycleSteps, lifecycles } from './lifecycle.ts';
import { gapsOf, noLevels, requiredLevels } from './protection.ts';
import { systemAccess } from './system.access.ts';
import {
  listSystems,
  surroundingsOf,
  systemChoices,
  type SystemFilter,
  systemSorts,
} from './system.list.store.ts';
import { loadLeaning, readSystem } from './system.store.ts';
import { type Leaning, providerKinds, type System, systemInput, systemKeys } from './system.ts';

const Level = OrNull(Type.Integer());
const Levels = Fields({ confidentiality: Level, integrity: Level, availability: Level, traceability: Level });
const Gaps = Type.Array(OneOf(aspects));
const Person = OrNull(Fields({ personId: Type.String(), name: Type.String() }));
const Step = Fields({ allowed: Type.Boolean(), because: OrNull(Type.String()) });

const Row = Fields({
  id: Type.String(),
  name: Type.String(),
  lifecycle: OneOf(lifecycles),
  unitId: Type.String(),
  unitName: Type.String(),
  providerKind: OneOf(providerKinds),
  providerName: Type.String(),
  provenOn: OrNull(Type.String()),
  proven: Levels,
  required: Levels,
  gaps: Gaps,
  owner: Person,
});

export const list = view({
  name: 'system.list',
  on: 'register',
  permission: systemAccess.read,
  input: Fields({
    ...listQuery,
    unitId: Type.Optional(IdOf<'Unit'>()),
    lifecycle: Type.Optional(OneOf(lifecycles)),
    providerKind: Type.Optional(OneOf(providerKinds)),
  }),
  output: ListOf(Row),
  told: {
    shown: ({ items }) =>
      items.filter((item) => isHigh(item.required.confidentiality)).map(({ id }) => `system:${id}`),
  },
  answer: async (db, input, { scope, insight, size }) => {
    const { page = 1, sort, clause, ...narrow } = input;
    const filter: SystemFilter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'system') };
    const order = orderOf(systemSorts, 'name', sort);
    const { items, total } = await listSystems(db, filter, order, page, size, scope);
    const ids = items.map((item) => item.id);
    const [owners, carried] = await Promise.all([insight.systemOwners(ids), highestCarried(db, ids)]);
    const rows = items.map(({ raised, ...item }) => {
      const required = requiredLevels(carried.get(item.id) ?? noLevels, raised);
      return { ...item, required, gaps: gapsOf(required, item.proven), owner: owners.get(item.id) ?? null };
    });
    return { items: rows, total, page, pageSize };
  },
});

export const choices = view({
  name: 'system.choices',
  on: 'register',
  past: 'none',
  permission: systemAccess.choose,
  input: Fields({}),
  output: Fields({
    items: Type.Array(Fields({ id: Type.String(), name: Type.String(), unitName: Type.String() })),
  }),
  told: { nothing: 'names of systems to choose among' },
  answer: async (db) => ({ items: [...(await systemChoices(db))] }),
});

export const record = view({
  name: 'system.record',
  on: 'record',
  permission: systemAccess.read,
  input: Fields({}),
  output: Fields({
    ...systemInput.properties,
    id: Type.String(),
    version: Type.Integer(),
    lifecycle: OneOf(lifecycles),
    unitName: Type.String(),
    owner: Person,
    maintainer: Person,
    carried: Type.Array(
      Fields({
        ...Levels.properties,
        id: Type.String(),
        name: Type.String(),
        state: OneOf(['draft', 'active']),
        personalData: OneOf(['none', 'ordinary', 'sensitive']),
        secret: Type.Boolean(),
        owner: Person,
      }),
    ),
    /** How many more it carries that this person may not read. */
    hiddenCarried: Type.Integer(),
    handlings: Type.Integer(),
    highestCarried: Levels,
    raised: Levels,
    raisedReason: Type.String(),
    required: Levels,
    proven: Levels,
    provenBy: Type.String(),
    provenOn: OrNull(Type.String()),
    gaps: Gaps,
    steps: Type.Array(
      Fields({
        to: OneOf(lifecycles),
        back: Type.Boolean(),
        reasonAsked: Type.Boolean(),
        allowed: Type.Boolean(),
        because: OrNull(Type.String()),
      }),
    ),
    /** What this person can do now, and if not, why: `forbidden` or a code of the register. */
    may: Fields({ describe: Step, carry: Step, prove: Step, raise: Step }),
  }),
  told: {
    shown: ({ id, required, carried }) => [
      ...(isHigh(required.confidentiality) ? [`system:${id}`] : []),
      ...carried.filter(isSensitive).map((one) => `information:${one.id}`),
    ],
  },
  answer: async (db, _input, { actor, id, scope, today, insight }) => {
    const system = await readSystem(db, id, scope);
    if (system === null) return null;
    const [around, carried, highest, leaning, owners] = await Promise.all([
      surroundingsOf(db, id, system.unitId, today),
      carriedBy(db, id, actor, today),
      highestCarriedBy(db, id),
      loadLeaning(db, id),
      insight.systemOwners([id]),
    ]);
    const holders = await insight.informationOwners(carried.readable.map((row) => row.id));
    const required = requiredLevels(highest, system.raised);
    return {
      ...system,
      ...around,
      owner: owners.get(id) ?? null,
      carried: carried.readable.map((row) => ({ ...row, owner: holders.get(row.id) ?? null })),
      hiddenCarried: carried.hidden,
      handlings: leaning.handlings,
      highestCarried: highest,
      required,
      gaps: gapsOf(required, system.proven),
      steps: stepsOf(system, leaning, actor),
      may: mayOf(system, actor),
    };
  },
});

type May = { allowed: boolean; because: string | null };

function permitted(system: System, actor: Actor, permission: keyof typeof systemAccess): boolean {
  const scope = scopeOf(actor, systemAccess[permission]);
  return scope !== null && covers(scope, systemKeys(system));
}

function mayOf(system: System, actor: Actor) {
  const step = (permission: keyof typeof systemAccess): May => {
    if (!permitted(system, actor, permission)) return { allowed: false, because: 'forbidden' };
    return system.lifecycle === 'retired'
      ? { allowed: false, because: 'retired' }
      : { allowed: true, because: null };
  };
  return { describe: step('describe'), carry: step('carry'), prove: step('prove'), raise: step('raise') };
}

function stepsOf(system: System, leaning: Leaning, actor: Actor) {
  const mayMove = permitted(system, actor, 'moveOn');
  return lifecycleSteps[system.lifecycle].map((step) => {
    if (!mayMove) return { ...step, allowed: false, because: 'forbidden' };
    if (step.to === 'retired' && leaning.carried > 0)
      return { ...step, allowed: false, because: 'stillCarries' };
    if (step.to === 'retired' && leaning.handlings > 0)
      return { ...step, allowed: false, because: 'stillUsed' };
    return { ...step, allowed: true, because: null };
  });
}
