import { Type } from 'typebox';
import { covers, scopeOf } from '../../kernel/access.ts';
import { offices } from '../../kernel/offices.ts';
import { Fields, IdOf, ListOf, listQuery, OneOf, OrNull, orderOf, pageSize } from '../../kernel/schema.ts';
import { type Asking, view } from '../../kernel/view.ts';
import { appointmentsOfPerson } from '../appointments/register.ts';
import { seesAccounts } from '../signin/register.ts';
import { personAccess } from './person.access.ts';
import {
  listPersons,
  namesBeside,
  type PersonFilter,
  personSorts,
  sourcesInUse,
} from './person.list.store.ts';
import { type Person, personInput, personKeys, personKinds, personState, personStates } from './person.ts';
import { readPerson } from './person.store.ts';

const Row = Fields({
  id: Type.String(),
  kind: OneOf(personKinds),
  givenName: Type.String(),
  familyName: Type.String(),
  name: Type.String(),
  email: OrNull(Type.String()),
  organisation: OrNull(Type.String()),
  unitId: OrNull(Type.String()),
  unitName: OrNull(Type.String()),
  from: Type.String(),
  until: OrNull(Type.String()),
  offices: Type.Array(OneOf(offices)),
  state: OneOf(personStates),
});

export const list = view({
  name: 'person.list',
  on: 'register',
  permission: personAccess.read,
  input: Fields({
    ...listQuery,
    kind: Type.Optional(OneOf(personKinds)),
    unitId: Type.Optional(IdOf<'Unit'>()),
    sourceId: Type.Optional(IdOf<'PersonSource'>()),
    ended: Type.Optional(Type.Boolean()),
  }),
  output: ListOf(Row),
  told: { shown: ({ items }) => items.map(({ id }) => `person:${id}`) },
  answer: async (db, input, { scope, today, insight, size }) => {
    const { page = 1, sort, clause, ...narrow } = input;
    const filter: PersonFilter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'person') };
    const order = orderOf(personSorts, 'name', sort);
    const { items, total } = await listPersons(db, filter, order, page, size, scope, today);
    const shown = items.map((item) => ({
      ...item,
      offices: [...item.offices],
      state: personState(item, today),
    }));
    return { items: shown, total, page, pageSize };
  },
});

const Step = Fields({ allowed: Type.Boolean(), because: OrNull(Type.String()) });

export const record = view({
  name: 'person.record',
  on: 'record',
  permission: personAccess.read,
  input: Fields({}),
  output: Fields({
    ...personInput.properties,
    id: Type.String(),
    version: Type.Integer(),
    from: Type.String(),
    until: OrNull(Type.String()),
    state: OneOf(personStates),
    unitName: OrNull(Type.String()),
    sourceName: OrNull(Type.String()),
    /** The latest first; which are in force, each says itself. */
    appointments: Type.Array(appointmentsOfPerson.row),
    may: Fields({ describe: Step, end: Step, seeAccount: Step }),
  }),
  told: { shown: ({ id }) => [`person:${id}`] },
  answer: async (db, _input, asking) => {
    const person = await readPerson(db, asking.id, asking.scope);
    if (person === null) return null;
    const names = await namesBeside(db, person);
    const appointments = await appointmentsOfPerson.list(db, person.id, asking.actor, asking.today);
    const leaving = await appointmentsOfPerson.leavingSometime(db, person.id, asking.today);
    const fault = appointmentsOfPerson.fault(leaving, asking.actor);
    return {
      ...person,
      ...names,
      appointments,
      state: personState(person, asking.today),
      may: stepsFor(person, fault?.code ?? null, asking),
    };
  },
});

function stepsFor(person: Person, fault: string | null, { actor, today }: Asking) {
  const step = (permission: 'describe' | 'end', closed: string | null) => {
    const scope = scopeOf(actor, personAccess[permission]);
    const because = scope !== null && covers(scope, personKeys(person)) ? closed : 'forbidden';
    return { allowed: because === null, because };
  };
  return {
    describe: step('describe', null),
    end: step('end', personState(person, today) === 'left' ? 'alreadyEnded' : fault),
    seeAccount: { allowed: seesAccounts(actor), because: seesAccounts(actor) ? null : 'forbidden' },
  };
}

/** What a form about a person offers: the sources in use, and whether the asker may enter somebody at all. */
export const choices = view({
  name: 'person.choices',
  on: 'register',
  past: 'none',
  permission: personAccess.read,
  input: Fields({}),
  output: Fields({
    sources: Type.Array(Fields({ id: Type.String(), kind: OneOf(personKinds), name: Type.String() })),
    mayRegister: Type.Boolean(),
  }),
  told: { nothing: 'sources and whether the asker may, no person' },
  answer: async (db, _input, { actor }) => ({
    sources: await sourcesInUse(db),
    mayRegister: scopeOf(actor, personAccess.register) !== null,
  }),
});
