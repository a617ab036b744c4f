import { Type } from 'typebox';
import { type Actor, scopeOf } from '../kernel/access.ts';
import { Fields, ListOf, listQuery, OneOf, OrNull, pageSize } from '../kernel/schema.ts';
import { view } from '../kernel/view.ts';
import { incidentAccess } from '../registers/incidents/incident.access.ts';
import { mailAccess } from './mail.access.ts';
import { listMails, type MailRow, readMail } from './mail.store.ts';
import { addressOfNobody, channels, mailOutcomes, mailStates } from './mail.ts';
import { mailKinds } from './message.ts';
import { outgoingMail } from './smtp.ts';

const Row = Fields({
  id: Type.String(),
  kind: OneOf(mailKinds),
  channel: OneOf(channels),
  /** Of a notice, the push service. Of who has reported something only where it leads, but to those who coordinate cases. */
  address: Type.String(),
  /** Whose address it is, where it is somebody's in the register of persons. */
  personId: OrNull(Type.String()),
  subject: Type.String(),
  state: OneOf(mailStates),
  outcome: OrNull(OneOf(mailOutcomes)),
  code: OrNull(Type.Integer()),
  attempts: Type.Integer(),
  queuedAt: Type.String(),
  /** When it is next tried; null once it has its end. */
  dueAt: OrNull(Type.String()),
  finishedAt: OrNull(Type.String()),
});

export const list = view({
  name: 'mail.list',
  on: 'register',
  permission: mailAccess.read,
  input: Fields({ page: listQuery.page, sort: listQuery.sort, state: Type.Optional(OneOf(mailStates)) }),
  output: Fields({
    ...ListOf(Row).properties,
    /** Through which server mail goes, and as whom; null when none is set. */
    server: OrNull(Fields({ host: Type.String(), from: Type.String() })),
  }),
  // A queue has no history; the log tells what was sent.
  past: 'none',
  told: { shown: ({ items }) => items.flatMap(personsOf) },
  answer: async (db, { state, page = 1 }, { actor }) => {
    const { items, total } = await listMails(db, state, page);
    return { items: items.map((row) => shownRow(row, actor)), total, page, pageSize, server: outgoingMail() };
  },
});

export const record = view({
  name: 'mail.record',
  on: 'record',
  permission: mailAccess.read,
  input: Fields({}),
  output: Fields({
    ...Row.properties,
    language: OneOf(['sv', 'en']),
    /** What it says; empty a month after its end. */
    text: Type.String(),
    attachmentName: OrNull(Type.String()),
  }),
  past: 'none',
  told: { shown: personsOf },
  answer: async (db, _input, { id, actor }) => {
    const mail = await readMail(db, id);
    return mail === null ? null : shownRow(mail, actor);
  },
});

function personsOf({ personId }: { readonly personId: string | null }): string[] {
  return personId === null ? [] : [`person:${personId}`];
}

function shownRow<Row extends MailRow>(row: Row, actor: Actor) {
  const mayKnow = row.kind !== 'reportAnswer' || scopeOf(actor, incidentAccess.coordinate) !== null;
  return {
    ...row,
    address: mayKnow ? row.address : addressOfNobody(row.address),
    queuedAt: row.queuedAt.toISOString(),
    dueAt: row.state === 'queued' ? row.dueAt.toISOString() : null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
