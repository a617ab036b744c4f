import { action, type Stamp } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import {
  addContact,
  contactInput,
  contactRefusals,
  type NextContact,
  strikeContact,
  strikeContactInput,
} from './contact.ts';
import { contactsOf, saveContact } from './contact.store.ts';
import { load, readable } from './incident.actions.ts';
import { incidentAccess } from './incident.access.ts';
import { handlerKeys, type LoadedCase } from './incident.ts';

const save = async (transaction: Transaction, _loaded: LoadedCase, next: NextContact, stamp: Stamp) => {
  const { incident, contact } = next;
  await saveContact(transaction, incident.id, contact, stamp);
  return { id: incident.id, version: incident.version, contactId: contact.id };
};

export const contactAdded = action({
  name: 'incident.addContact',
  on: 'record',
  permission: incidentAccess.work,
  readable,
  input: contactInput,
  refusals: contactRefusals,
  load,
  keys: handlerKeys,
  decide: addContact,
  save,
});

export const contactStruck = action({
  name: 'incident.strikeContact',
  on: 'record',
  permission: incidentAccess.work,
  readable,
  input: strikeContactInput,
  refusals: ['contactUnknown'],
  load: async (transaction, request) => {
    const loaded = await load(transaction, request);
    return loaded === null ? null : { ...loaded, contacts: await contactsOf(transaction, request.id) };
  },
  keys: handlerKeys,
  decide: (loaded, { contactId }, circumstances) => strikeContact(loaded, contactId, circumstances),
  save,
});
