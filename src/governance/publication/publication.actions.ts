import { action, type Stamp } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { Fields } from '../../kernel/schema.ts';
import { publicationAccess } from './publication.access.ts';
import { loadPlace, savePlace } from './publication.store.ts';
import { checkInput } from './place-check.ts';
import {
  attestPlace,
  checkPlace,
  endPlace,
  placeInput,
  placeRefusals,
  type PublicationPlace,
  registerPlace,
  requestCheck as requestCheckOf,
} from './publication.ts';

async function save(transaction: Transaction, _before: unknown, next: PublicationPlace, stamp: Stamp) {
  await savePlace(transaction, next, stamp);
  return { id: next.id, version: next.version };
}

export const register = action({
  name: 'publicationPlace.register',
  on: 'register',
  permission: publicationAccess.keep,
  readable: publicationAccess.read,
  input: placeInput,
  refusals: placeRefusals,
  load: () => Promise.resolve({}),
  keys: () => ({}),
  decide: (_nothing, input, circumstances) => registerPlace(input, circumstances),
  save,
});

export const check = action({
  name: 'publicationPlace.check',
  on: 'record',
  permission: publicationAccess.check,
  readable: publicationAccess.read,
  input: checkInput,
  refusals: ['placeEnded'],
  load: (transaction, { id }) => loadPlace(transaction, id),
  keys: () => ({}),
  decide: (place, input, circumstances) => checkPlace(place, input, circumstances),
  save,
});

export const requestCheck = action({
  name: 'publicationPlace.requestCheck',
  on: 'record',
  permission: publicationAccess.attest,
  readable: publicationAccess.read,
  input: Fields({}),
  refusals: ['placeEnded', 'alreadyWaiting'],
  load: (transaction, { id }) => loadPlace(transaction, id),
  keys: () => ({}),
  decide: (place, _input, circumstances) => requestCheckOf(place, circumstances),
  save,
});

export const attest = action({
  name: 'publicationPlace.attest',
  on: 'record',
  permission: publicationAccess.attest,
  readable: publicationAccess.read,
  input: Fields({}),
  refusals: ['placeEnded'],
  load: (transaction, { id }) => loadPlace(transaction, id),
  keys: () => ({}),
  decide: (place, _input, circumstances) => attestPlace(place, circumstances),
  save,
});

export const end = action({
  name: 'publicationPlace.end',
  on: 'record',
  permission: publicationAccess.keep,
  readable: publicationAccess.read,
  input: Fields({}),
  refusals: ['placeEnded'],
  load: (transaction, { id }) => loadPlace(transaction, id),
  keys: () => ({}),
  decide: (place, _input, circumstances) => endPlace(place, circumstances),
  save,
});
