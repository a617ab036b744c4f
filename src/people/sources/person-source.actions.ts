import { action } from '../../kernel/action.ts';
import { Fields, Reason } from '../../kernel/schema.ts';
import { personSourceAccess } from './person-source.access.ts';
import { insertPersonSource, loadPersonSource, updatePersonSource } from './person-source.store.ts';
import {
  describePersonSource,
  describePersonSourceInput,
  endPersonSource,
  type PersonSource,
  personSourceInput,
  registerPersonSource,
  synchronisePersonSource,
} from './person-source.ts';

const answerOf = (row: PersonSource) => ({ id: row.id, version: row.version });
const constraints = { person_source_name: 'nameTaken' };
const keys = () => ({});
const version = (source: PersonSource) => source.version;
const show = (source: PersonSource) => source;

export const register = action({
  name: 'personSource.register',
  on: 'register',
  permission: personSourceAccess.register,
  readable: personSourceAccess.read,
  input: personSourceInput,
  refusals: ['nameTaken'],
  constraints,
  load: () => Promise.resolve({}),
  keys,
  decide: (_nothing, input, circumstances) => registerPersonSource(input, circumstances),
  save: async (transaction, _nothing, next, stamp) => {
    await insertPersonSource(transaction, next, stamp);
    return answerOf(next);
  },
});

export const describe = action({
  name: 'personSource.describe',
  on: 'record',
  permission: personSourceAccess.describe,
  readable: personSourceAccess.read,
  input: describePersonSourceInput,
  refusals: ['ended', 'nothingChanged', 'nameTaken'],
  constraints,
  load: (transaction, { id }) => loadPersonSource(transaction, id),
  keys,
  version,
  show,
  decide: (source, input) => describePersonSource(source, input),
  save: async (transaction, _source, next, stamp) => {
    await updatePersonSource(transaction, next, stamp);
    return answerOf(next);
  },
});

export const synchronised = action({
  name: 'personSource.synchronised',
  on: 'record',
  permission: personSourceAccess.synchronise,
  readable: personSourceAccess.read,
  input: Fields({}),
  refusals: ['ended'],
  load: (transaction, { id }) => loadPersonSource(transaction, id),
  keys,
  version,
  show,
  decide: (source, _input, { today }) => synchronisePersonSource(source, today),
  save: async (transaction, _source, next, stamp) => {
    await updatePersonSource(transaction, next, stamp);
    return answerOf(next);
  },
});

export const end = action({
  name: 'personSource.end',
  on: 'record',
  permission: personSourceAccess.end,
  readable: personSourceAccess.read,
  input: Fields({ reason: Reason() }),
  refusals: ['ended'],
  load: (transaction, { id }) => loadPersonSource(transaction, id),
  keys,
  version,
  show,
  decide: (source, input, { today }) => endPersonSource(source, input.reason, today),
  save: async (transaction, _source, next, stamp) => {
    await updatePersonSource(transaction, next, stamp);
    return answerOf(next);
  },
});
