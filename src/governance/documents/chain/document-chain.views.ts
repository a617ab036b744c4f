import { Type } from 'typebox';
import { type Actor, covers, scopeOf } from '../../../kernel/access.ts';
import type { Reader } from '../../../kernel/db.ts';
import { Fields, ListOf, listQuery, OneOf, OrNull, orderOf } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { documentPath, isShown } from '../../publication/public-address.ts';
import { decidingBodies } from '../deciding/bodies.ts';
import { bodiesFor, defaultBodies } from '../deciding/deciding.ts';
import { decidingRuleAccess, documentAccess, documentVersionAccess } from '../document.access.ts';
import { documentSorts, listDocuments, listVersions, namesAbout } from '../document.list.store.ts';
import { loadDocument, versionInState } from '../document.store.ts';
import {
  documentKeys,
  documentKinds,
  documentScopes,
  type GoverningDocument,
  versionStates,
} from '../document.ts';
import { isOpenToPublic } from '../openness.ts';
import { sentencesOf } from '../sentence.store.ts';
import { childRows, decidingRules, parentRows } from './chain.store.ts';

const Text = OrNull(Type.String());
const told = { nothing: 'steering documents are public' };

const Row = Fields({
  id: Type.String(),
  title: Type.String(),
  kind: OneOf(documentKinds),
  keeperOffice: Type.String(),
  scope: OneOf(documentScopes),
  about: Text,
  reviewOn: Text,
  validUntil: Text,
  state: OrNull(OneOf(versionStates)),
  isOverdue: Type.Boolean(),
});

export const list = view({
  name: 'document.list',
  on: 'register',
  permission: documentAccess.read,
  input: Fields({
    ...listQuery,
    kind: Type.Optional(OneOf(documentKinds)),
    scope: Type.Optional(OneOf(documentScopes)),
    state: Type.Optional(OneOf(versionStates)),
    overdue: Type.Optional(Type.Boolean()),
  }),
  output: Fields({ ...ListOf(Row).properties, mayRegister: Type.Boolean() }),
  told,
  answer: async (db, input, { today, insight, actor, size }) => {
    const { page = 1, sort, clause, ...narrow } = input;
    const filter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'document') };
    const found = await listDocuments(db, filter, orderOf(documentSorts, 'kind', sort), page, size, today);
    return { ...found, page, pageSize: size, mayRegister: scopeOf(actor, documentAccess.register) !== null };
  },
});

const Version = Fields({
  id: Type.String(),
  number: Type.Integer(),
  state: OneOf(versionStates),
  decision: Text,
  decidedBy: OrNull(OneOf(decidingBodies)),
  inForceFrom: Text,
  sourceName: Type.String(),
});

const Parent = Fields({
  id: Type.String(),
  clause: Text,
  parentDocumentId: Text,
  parentTitle: Text,
  parentKind: OrNull(OneOf(documentKinds)),
  sentenceHash: Text,
  quote: Text,
  isInForce: OrNull(Type.Boolean()),
});

export const record = view({
  name: 'document.record',
  on: 'record',
  permission: documentAccess.read,
  input: Fields({}),
  output: Fields({
    id: Type.String(),
    version: Type.Integer(),
    kind: OneOf(documentKinds),
    title: Type.String(),
    keeperOffice: Type.String(),
    reviewOn: Text,
    scope: OneOf(documentScopes),
    unitId: Text,
    systemId: Text,
    situation: Type.String(),
    validUntil: Text,
    unitName: Text,
    systemName: Text,
    isEnded: Type.Boolean(),
    /** May everyone read it, without an account? */
    isOpen: Type.Boolean(),
    /** Where everyone reads it; null while it is not open, or nothing of it has been in force. */
    publicAddress: Text,
    bodies: Type.Array(OneOf(decidingBodies)),
    versions: Type.Array(Version),
    parents: Type.Array(Parent),
    children: Type.Array(Fields({ id: Type.String(), title: Type.String(), kind: OneOf(documentKinds) })),
    may: Fields({ keep: Type.Boolean(), write: Type.Boolean() }),
  }),
  told,
  answer: async (db, _input, { id, actor }) => {
    const document = await loadDocument(db, id);
    return document === null ? null : whole(db, document, actor);
  },
});

async function whole(db: Reader, document: GoverningDocument, actor: Actor) {
  const [versions, parents, children, names, rules] = await Promise.all([
    listVersions(db, document.id),
    parentRows(db, document.id),
    childRows(db, document.id),
    namesAbout(db, document),
    decidingRules(db),
  ]);
  const keys = documentKeys(document);
  const isOpen = isOpenToPublic(document);
  const { endedOn, ...told } = document;
  const mayBy = (permission: typeof documentAccess.keep): boolean => {
    const scope = scopeOf(actor, permission);
    return scope !== null && covers(scope, keys);
  };
  return {
    ...told,
    ...names,
    isEnded: endedOn !== null,
    isOpen,
    publicAddress: isOpen && versions.some((one) => isShown(one.state)) ? documentPath(document) : null,
    bodies: [...bodiesFor(document.kind, rules)],
    versions: versions.map(({ id, number, state, decision, decidedBy, inForceFrom, sourceName }) => ({
      id,
      number,
      state,
      decision,
      decidedBy,
      inForceFrom,
      sourceName,
    })),
    parents,
    children,
    may: {
      keep: endedOn === null && mayBy(documentAccess.keep),
      write: endedOn === null && mayBy(documentVersionAccess.write),
    },
  };
}

export const demands = view({
  name: 'document.demands',
  on: 'record',
  permission: documentAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(Fields({ hash: Type.String(), text: Type.String(), demand: OneOf(['ska', 'bor']) })),
  }),
  told,
  answer: async (db, _input, { id }) => {
    const document = await loadDocument(db, id);
    if (document === null) return null;
    const version = await versionInState(db, document.id, 'inForce');
    const sentences = version === null ? [] : await sentencesOf(db, version.id);
    return {
      items: sentences.flatMap(({ hash, text, demand }) => (demand === null ? [] : [{ hash, text, demand }])),
    };
  },
});

export const deciding = view({
  name: 'decidingRule.list',
  on: 'register',
  permission: decidingRuleAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        kind: OneOf(documentKinds),
        bodies: Type.Array(OneOf(decidingBodies)),
        /** The municipality's own reason; null while the rule is Värna's. */
        reason: Text,
        isOwn: Type.Boolean(),
      }),
    ),
    maySet: Type.Boolean(),
  }),
  told,
  answer: async (db, _input, { actor }) => {
    const rules = await decidingRules(db);
    return {
      items: documentKinds.map((kind) => {
        const own = rules.find((rule) => rule.kind === kind);
        return {
          kind,
          bodies: [...(own?.bodies ?? defaultBodies[kind])],
          reason: own?.reason ?? null,
          isOwn: own !== undefined,
        };
      }),
      maySet: scopeOf(actor, decidingRuleAccess.set) !== null,
    };
  },
});
