import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, Line, OneOf, Prose, type Static } from '../../kernel/schema.ts';
import { isAddress } from '../../mail/smtp.ts';
import { caseEvent, changesTold, type LoadedCase, type NextCase } from './incident.ts';

/** Whom one turns to in a case. */
export const contactKinds = ['supplier', 'authority', 'police', 'other'] as const;
export type ContactKind = (typeof contactKinds)[number];

export const contactInput = Fields({
  contactKind: OneOf(contactKinds),
  /** A person, a function or an authority. */
  contactName: Line(200),
  telephone: Prose(60),
  email: Prose(200),
  /** Their own number for it: a police report's, a supplier's case. */
  reference: Prose(100),
  remark: Prose(500),
});
export type ContactInput = Static<typeof contactInput>;

export const strikeContactInput = Fields({ contactId: IdOf<'IncidentContact'>() });

export interface Contact extends ContactInput {
  readonly id: Id<'IncidentContact'>;
  readonly version: number;
  readonly addedAt: Date;
  readonly addedBy: PersonId | null;
  /** The day it was found not to hold any more. */
  readonly struckOn: string | null;
}

export type NextContact = NextCase & { readonly contact: Contact };

export const contactRefusals = ['notTriaged', 'merged', 'contactEmpty', 'emailUnreadable'] as const;

/** Adds a contact. It stays as it was written: one that was wrong is struck out, and another added. */
export function addContact(
  { incident }: LoadedCase,
  input: ContactInput,
  { actor, now, newId }: Circumstances,
): Decision<NextContact> | Refusal {
  if (incident.state === 'reported') return refuse('notTriaged');
  if (incident.state === 'merged') return refuse('merged');
  const said = {
    ...input,
    telephone: input.telephone.trim(),
    email: input.email.trim(),
    reference: input.reference.trim(),
  };
  if (said.telephone === '' && said.email === '' && said.reference === '')
    return refuse('contactEmpty', { field: 'telephone' });
  if (said.email !== '' && !isAddress(said.email)) return refuse('emailUnreadable', { field: 'email' });
  const id = newId<'IncidentContact'>();
  const contact: Contact = { ...said, id, version: 1, addedAt: now, addedBy: actor.personId, struckOn: null };
  const next = { incident, contact };
  const changes = changesTold({}, said);
  const touched = [`incidentContact:${id}`];
  return { next, event: caseEvent('incident.contactAdded', incident, next, { changes, touched }) };
}

/** Strikes out a contact that does not hold. */
export function strikeContact(
  { incident, contacts }: LoadedCase & { readonly contacts: readonly Contact[] },
  contactId: string,
  { today }: Circumstances,
): Decision<NextContact> | Refusal {
  const before = contacts.find((one) => one.id === contactId && one.struckOn === null);
  if (before === undefined) return refuse('contactUnknown', { field: 'contactId' });
  const contact = { ...before, version: before.version + 1, struckOn: today };
  const next = { incident, contact };
  const changes = changesTold({ struckOn: null }, { struckOn: today });
  const touched = [`incidentContact:${contact.id}`];
  return { next, event: caseEvent('incident.contactStruck', incident, next, { changes, touched }) };
}
