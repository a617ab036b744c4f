import { Type } from 'typebox';
import { scopeOf } from '../../kernel/access.ts';
import { Fields, ListOf, listQuery, OneOf, OrNull, pageSize } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import {
  adviceAccess,
  adviceTargetAccess,
  publishedAnswerAccess,
  supportContactAccess,
} from './advice.access.ts';
import { supportRoles } from './advice.ts';
import { targetOn } from './response.ts';
import { supportLines } from './support-roles.store.ts';
import { listContacts, listPublished, listTargets, readPublished } from './support.store.ts';

const Text = OrNull(Type.String());

/** Whom everybody may turn to: what stands at the foot of every page. */
export const support = view({
  name: 'advice.support',
  on: 'register',
  permission: adviceAccess.support,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        office: OneOf(supportRoles),
        /** Who holds it today, or stands in; null to who has not signed in. */
        name: Text,
        deputy: Type.Boolean(),
        /** Nobody holds it, and nobody stands in. False to who has not signed in. */
        vacant: Type.Boolean(),
        email: Text,
        telephone: Text,
      }),
    ),
  }),
  told: { nothing: 'who holds a support role is public duty, and said on every page' },
  answer: async (db, _input, { actor, today }) => {
    return { items: await supportLines(db, today, actor.kind !== 'anonymous') };
  },
});

const Published = Fields({
  id: Type.String(),
  version: Type.Integer(),
  office: OneOf(supportRoles),
  question: Type.String(),
  answer: Type.String(),
  publishedOn: Type.String(),
  withdrawnOn: Text,
});
const May = Fields({ publish: Type.Boolean() });

export const published = view({
  name: 'publishedAnswer.list',
  on: 'register',
  permission: publishedAnswerAccess.read,
  input: Fields({ ...listQuery, office: Type.Optional(OneOf(supportRoles)) }),
  output: Fields({ ...ListOf(Published).properties, may: May }),
  told: { nothing: 'published for everybody, without who asked' },
  answer: async (db, { page = 1, search, office }, { actor }) => {
    const filter = {
      ...(search === undefined ? {} : { search }),
      ...(office === undefined ? {} : { office }),
    };
    const { items, total } = await listPublished(db, filter, page);
    const publish = scopeOf(actor, publishedAnswerAccess.publish) !== null;
    return { items, total, page, pageSize, may: { publish } };
  },
});

export const publishedRecord = view({
  name: 'publishedAnswer.record',
  on: 'record',
  permission: publishedAnswerAccess.read,
  input: Fields({}),
  output: Fields({ ...Published.properties, may: May }),
  told: { nothing: 'published for everybody, without who asked' },
  answer: async (db, _input, { id, actor }) => {
    const found = await readPublished(db, id);
    if (found === null) return null;
    const publish = found.withdrawnOn === null && scopeOf(actor, publishedAnswerAccess.publish) !== null;
    return { ...found, may: { publish } };
  },
});

export const targets = view({
  name: 'adviceTarget.list',
  on: 'register',
  permission: adviceTargetAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        id: Type.String(),
        validFrom: Type.String(),
        workingDays: Type.Integer(),
        reason: Type.String(),
      }),
    ),
    /** What holds today. */
    workingDays: Type.Integer(),
    may: Fields({ set: Type.Boolean() }),
  }),
  told: { nothing: 'how fast answers are promised' },
  answer: async (db, _input, { actor, today }) => {
    const all = await listTargets(db);
    return {
      items: all.map(({ version: _version, ...one }) => one),
      workingDays: targetOn(all, today),
      may: { set: scopeOf(actor, adviceTargetAccess.set) !== null },
    };
  },
});

export const contacts = view({
  name: 'supportContact.list',
  on: 'register',
  permission: supportContactAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(Fields({ office: OneOf(supportRoles), email: Text, telephone: Text })),
    may: Fields({ set: Type.Boolean() }),
  }),
  told: { nothing: 'addresses of offices' },
  answer: async (db, _input, { actor }) => ({
    items: (await listContacts(db)).map(({ office, email, telephone }) => ({ office, email, telephone })),
    may: { set: scopeOf(actor, supportContactAccess.set) !== null },
  }),
});
