import { Type } from 'typebox';
import { Fields, OneOf } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { contactKinds } from './contact.ts';
import { openContacts } from './contact.store.ts';
import { incidentAccess } from './incident.access.ts';
import { numberWord } from './incident.ts';

/** A contact as pages show it. */
export const ShownContact = Fields({
  id: Type.String(),
  contactKind: OneOf(contactKinds),
  contactName: Type.String(),
  telephone: Type.String(),
  email: Type.String(),
  reference: Type.String(),
  remark: Type.String(),
});

/** Whom to call in the cases that are going on: what the binder shows, and a device keeps for when there is no network. */
export const contacts = view({
  name: 'incident.contacts',
  on: 'register',
  // Whom one called last year is not asked when the network is down.
  past: 'none',
  permission: incidentAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        ...ShownContact.properties,
        incidentId: Type.String(),
        number: Type.String(),
      }),
    ),
  }),
  told: { shown: ({ items }) => [...new Set(items.map(({ incidentId }) => `incident:${incidentId}`))] },
  answer: async (db, _input, { scope, today }) => {
    const found = await openContacts(db, scope, today);
    return {
      items: found.map(
        ({ series, year, number, version: _v, addedAt: _at, addedBy: _by, struckOn: _s, ...one }) => ({
          ...one,
          number: numberWord({ series, year, number }) ?? '',
        }),
      ),
    };
  },
});
