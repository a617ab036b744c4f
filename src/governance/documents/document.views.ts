import { Type } from 'typebox';
import { scopeOf } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { Fields, OneOf, OrNull } from '../../kernel/schema.ts';
import type { Asking } from '../../kernel/view.ts';
import { view } from '../../kernel/view.ts';
import { documentAccess, documentVersionAccess } from './document.access.ts';
import {
  listVersions,
  loadDocument,
  loadPolicyDocument,
  readVersion,
  versionInState,
} from './document.store.ts';
import { sentencesOf } from './sentence.store.ts';
import { decidingBodies, type DocumentVersion, documentKinds, versionStates } from './document.ts';

const Text = OrNull(Type.String());

const versionFields = {
  id: Type.String(),
  version: Type.Integer(),
  documentId: Type.String(),
  number: Type.Integer(),
  state: OneOf(versionStates),
  sourceName: Type.String(),
  contentHash: Type.String(),
  decision: Text,
  decidedBy: OrNull(OneOf(decidingBodies)),
  decidedOn: Text,
  inForceFrom: Text,
  adjustedOn: Text,
  announcedOn: Text,
  legalForceOn: Text,
};

const Sentence = Fields({
  number: Type.Integer(),
  text: Type.String(),
  demand: OrNull(OneOf(['ska', 'bor'])),
  clauses: Type.Array(Type.String()),
  proposed: Type.Array(Type.String()),
  setAsideReason: Text,
});

const Section = Fields({
  heading: Type.String(),
  number: Text,
  level: Type.Integer(),
  paragraphs: Type.Array(Fields({ kind: OneOf(['text', 'item']), sentences: Type.Array(Type.Integer()) })),
});

const Whole = Fields({
  ...versionFields,
  document: Fields({
    id: Type.String(),
    version: Type.Integer(),
    kind: OneOf(documentKinds),
    title: Type.String(),
    keeperOffice: Type.String(),
    reviewOn: Text,
  }),
  sections: Type.Array(Section),
  leftovers: Type.Array(
    Fields({ text: Type.String(), reason: Type.String(), afterSentence: Type.Integer() }),
  ),
  sentences: Type.Array(Sentence),
  may: Fields({ tie: Type.Boolean(), adopt: Type.Boolean(), import: Type.Boolean(), keep: Type.Boolean() }),
});

export const list = view({
  name: 'documentVersion.list',
  on: 'register',
  permission: documentVersionAccess.read,
  input: Fields({}),
  output: Fields({ items: Type.Array(Fields({ ...versionFields, title: Type.String() })) }),
  told: { nothing: 'steering documents are public' },
  answer: async (db) => ({ items: await listVersions(db) }),
});

export const record = view({
  name: 'documentVersion.record',
  on: 'record',
  permission: documentVersionAccess.read,
  input: Fields({}),
  output: Whole,
  told: { nothing: 'steering documents are public' },
  answer: async (db, _input, asking) => whole(db, await readVersion(db, asking.id), asking),
});

/** The policy as everyone should see it: the version in force, else the one decided, else the draft. */
export const policy = view({
  name: 'document.policy',
  on: 'register',
  permission: documentAccess.read,
  input: Fields({}),
  output: Fields({ policy: OrNull(Whole), mayImport: Type.Boolean() }),
  told: { nothing: 'steering documents are public' },
  answer: async (db, _input, asking) => {
    const document = await loadPolicyDocument(db);
    const version =
      document === null
        ? null
        : ((await versionInState(db, document.id, 'inForce')) ??
          (await versionInState(db, document.id, 'decided')) ??
          (await versionInState(db, document.id, 'draft')));
    return {
      policy: await whole(db, version, asking),
      mayImport: scopeOf(asking.actor, documentVersionAccess.import) !== null,
    };
  },
});

async function whole(db: Reader, version: DocumentVersion | null, { actor }: Asking) {
  const document = version === null ? null : await loadDocument(db, version.documentId);
  if (version === null || document === null) return null;
  const sentences = await sentencesOf(db, version.id);
  const { outline, ...told } = version;
  return {
    ...told,
    document,
    sections: outline.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.map((paragraph) => ({
        ...paragraph,
        sentences: [...paragraph.sentences],
      })),
    })),
    leftovers: [...outline.leftovers],
    sentences: sentences.map(({ number, text, demand, clauses, proposed, setAsideReason }) => ({
      number,
      text,
      demand,
      clauses: [...clauses],
      proposed: [...proposed],
      setAsideReason,
    })),
    may: {
      tie: scopeOf(actor, documentVersionAccess.tie) !== null,
      adopt: scopeOf(actor, documentVersionAccess.adopt) !== null,
      import: scopeOf(actor, documentVersionAccess.import) !== null,
      keep: scopeOf(actor, documentAccess.keep) !== null,
    },
  };
}
