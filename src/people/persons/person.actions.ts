import { action } from '../../kernel/action.ts';
import { Day, Fields, Reason } from '../../kernel/schema.ts';
import { appointmentsOfPerson } from '../appointments/register.ts';
import { personAccess } from './person.access.ts';
import {
  describePerson,
  describePersonRefusals,
  endPerson,
  type Person,
  personInput,
  personKeys,
  registerPerson,
  registerPersonInput,
} from './person.ts';
import { insertPerson, loadPerson, loadPersonSurroundings, updatePerson } from './person.store.ts';

const answerOf = (row: Person) => ({ id: row.id, version: row.version });
const constraints = { person_email: 'emailTaken' };

export const register = action({
  name: 'person.register',
  on: 'register',
  permission: personAccess.register,
  readable: personAccess.read,
  input: registerPersonInput,
  refusals: [...describePersonRefusals, 'endsBeforeStart', 'emailTaken'],
  constraints,
  load: (transaction, { input, circumstances }) =>
    loadPersonSurroundings(transaction, input, null, circumstances.today),
  keys: (_around, input) => ({ unit: input.unitId }),
  decide: (around, input, circumstances) => registerPerson(input, around, circumstances),
  save: async (transaction, _around, next, stamp) => {
    await insertPerson(transaction, next, stamp);
    return answerOf(next);
  },
});

export const describe = action({
  name: 'person.describe',
  on: 'record',
  permission: personAccess.describe,
  readable: personAccess.read,
  input: personInput,
  refusals: [...describePersonRefusals, 'nothingChanged', 'emailTaken'],
  constraints,
  load: async (transaction, { id, input, scope, circumstances }) => {
    const person = await loadPerson(transaction, id, scope);
    if (person === null) return null;
    return { person, around: await loadPersonSurroundings(transaction, input, person, circumstances.today) };
  },
  keys: ({ person }) => personKeys(person),
  // Whoever belongs to a unit reads what it holds (`homeUnit`): to place somebody there is that unit's to do.
  targetKeys: ({ person }, input) => (input.unitId === person.unitId ? null : { unit: input.unitId }),
  version: ({ person }) => person.version,
  show: ({ person }) => person,
  decide: ({ person, around }, input) => describePerson(person, input, around),
  save: async (transaction, _loaded, next, stamp) => {
    await updatePerson(transaction, next, stamp);
    return answerOf(next);
  },
});

export const end = action({
  name: 'person.end',
  on: 'record',
  permission: personAccess.end,
  readable: personAccess.read,
  input: Fields({ lastDay: Day(), reason: Reason() }),
  refusals: ['alreadyEnded', 'endsBeforeStart', 'nothingChanged', ...appointmentsOfPerson.refusals],
  load: async (transaction, { id, input, scope, circumstances }) => {
    const person = await loadPerson(transaction, id, scope);
    if (person === null) return null;
    const { lastDay } = input;
    const touched = await appointmentsOfPerson.touched(transaction, person.id, lastDay);
    const leaving = await appointmentsOfPerson.leaving(transaction, person.id, lastDay, circumstances.today);
    return { person, touched, leaving };
  },
  keys: ({ person }) => personKeys(person),
  version: ({ person }) => person.version,
  show: ({ person }) => person,
  decide: ({ person, touched, leaving }, input, { actor, today }) =>
    appointmentsOfPerson.fault(leaving, actor) ?? endPerson(person, input, touched, today),
  save: async (transaction, { touched }, next, stamp) => {
    await updatePerson(transaction, next, stamp);
    await appointmentsOfPerson.end(transaction, next.id, next.until ?? next.from, stamp);
    return { ...answerOf(next), appointmentsEnded: touched.length };
  },
});
