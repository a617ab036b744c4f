import { Type } from 'typebox';
import { covers, type Permission, scopeOf } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { Fields, OneOf, OrNull } from '../../kernel/schema.ts';
import type { Asking } from '../../kernel/view.ts';
import { view } from '../../kernel/view.ts';
import { documentAccess, documentVersionAccess } from './document.access.ts';
import { Block, DemandMark } from './blocks/block.ts';
import { decidingRules } from './chain/chain.store.ts';
import { decidingBodies, isCollegial } from './deciding/bodies.ts';
import { bodiesFor } from './deciding/deciding.ts';
import { noDemandReasons } from './policy-text/edition.ts';
import { followUpWays } from './policy-text/proposal.ts';
import { listVersions } from './document.list.store.ts';
import { loadDocument, loadPolicyDocument, readVersion, versionInState } from './document.store.ts';
import type { StoredSentence } from './stored-sentence.ts';
import { sentencesOf } from './sentence.store.ts';
import {
  type DocumentId,
  documentKeys,
  type DocumentVersion,
  documentKinds,
  documentScopes,
  versionStates,
} from './document.ts';
import { legalDays } from './legal-force.ts';
import { Comment, Referral, referralOf } from './referral/referral.views.ts';

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

/** How a demand is proposed to be followed up, and the words of it that speak for that. */
const Proposed = Fields({
  way: OneOf(followUpWays),
  clauses: Type.Array(Type.String()),
  office: Text,
  reason: OrNull(OneOf(noDemandReasons)),
  words: Type.Array(Type.String()),
  isStrong: Type.Boolean(),
});

const Sentence = Fields({
  number: Type.Integer(),
  version: Type.Integer(),
  text: Type.String(),
  demand: OrNull(OneOf(['ska', 'bor'])),
  clauses: Type.Array(Type.String()),
  proposal: OrNull(Proposed),
  setAsideReason: Text,
  setAsideDecision: Text,
  responsibleOffice: Text,
  attested: Type.Boolean(),
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
    scope: OneOf(documentScopes),
  }),
  /** The text as it is written; null for one that was read in. */
  blocks: OrNull(Type.Array(Block)),
  demandMarks: Type.Array(DemandMark),
  draftedOn: Text,
  repealedOn: Text,
  repealDecision: Text,
  /** The last days that the law gives for adjusting and announcing the minutes; null for what was not decided at a meeting. */
  legalDays: OrNull(
    Fields({
      adjustBy: Type.String(),
      isAdjustedLate: Type.Boolean(),
      announceBy: Text,
      isAnnouncedLate: Type.Boolean(),
    }),
  ),
  bodies: Type.Array(OneOf(decidingBodies)),
  referral: OrNull(Referral),
  comments: Type.Array(Comment),
  /** The version in force, to compare with; null when there is none, or it is this one. */
  compareWith: Text,
  sections: Type.Array(Section),
  leftovers: Type.Array(
    Fields({ text: Type.String(), reason: Type.String(), afterSentence: Type.Integer() }),
  ),
  sentences: Type.Array(Sentence),
  may: Fields({
    tie: Type.Boolean(),
    adopt: Type.Boolean(),
    import: Type.Boolean(),
    keep: Type.Boolean(),
    write: Type.Boolean(),
    comment: Type.Boolean(),
  }),
});

export const versions = view({
  name: 'documentVersion.list',
  on: 'register',
  permission: documentVersionAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(Fields({ ...versionFields, title: Type.String(), kind: OneOf(documentKinds) })),
  }),
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

/** The policy as everyone should see it: the version in force, else the one decided, else the one that waits for a decision. */
export const policy = view({
  name: 'document.policy',
  on: 'register',
  permission: documentAccess.read,
  input: Fields({}),
  output: Fields({ policy: OrNull(Whole), mayImport: Type.Boolean() }),
  told: { nothing: 'steering documents are public' },
  answer: async (db, _input, asking) => {
    const document = await loadPolicyDocument(db);
    const version = document === null ? null : await shownVersion(db, document.id);
    return {
      policy: await whole(db, version, asking),
      mayImport: scopeOf(asking.actor, documentVersionAccess.import) !== null,
    };
  },
});

/** What is being written has no sentences yet, and is shown where it is written. */
async function shownVersion(db: Reader, documentId: DocumentId): Promise<DocumentVersion | null> {
  for (const state of ['inForce', 'decided', 'proposed'] as const) {
    const version = await versionInState(db, documentId, state);
    if (version !== null) return version;
  }
  const draft = await versionInState(db, documentId, 'draft');
  return draft?.blocks === null ? draft : null;
}

async function whole(db: Reader, version: DocumentVersion | null, asking: Asking) {
  const document = version === null ? null : await loadDocument(db, version.documentId);
  if (version === null || document === null) return null;
  const { actor, today } = asking;
  const [sentences, rules, inForce, { referral, comments, mayComment }] = await Promise.all([
    sentencesOf(db, version.id),
    decidingRules(db),
    versionInState(db, document.id, 'inForce'),
    referralOf(db, version.id, asking),
  ]);
  const { outline, blocks, demandMarks, ...told } = version;
  const { id, kind, title, keeperOffice, reviewOn, scope } = document;
  const mayBy = (permission: Permission): boolean => {
    const reach = scopeOf(actor, permission);
    return reach !== null && covers(reach, documentKeys(document));
  };
  const isMinuted = version.decidedBy !== null && isCollegial(version.decidedBy);
  return {
    ...told,
    document: { id, version: document.version, kind, title, keeperOffice, reviewOn, scope },
    blocks: blocks === null ? null : [...blocks],
    demandMarks: [...demandMarks],
    legalDays:
      isMinuted && version.decidedOn !== null
        ? legalDays({ ...version, decidedOn: version.decidedOn }, today)
        : null,
    bodies: [...bodiesFor(kind, rules)],
    referral,
    comments,
    compareWith: inForce === null || inForce.id === version.id ? null : inForce.id,
    sections: outline.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.map((paragraph) => ({
        ...paragraph,
        sentences: [...paragraph.sentences],
      })),
    })),
    leftovers: [...outline.leftovers],
    sentences: sentences.map(shownSentence),
    may: {
      tie: scopeOf(actor, documentVersionAccess.tie) !== null,
      adopt: mayBy(documentVersionAccess.adopt),
      import: scopeOf(actor, documentVersionAccess.import) !== null,
      keep: mayBy(documentAccess.keep),
      write: mayBy(documentVersionAccess.write),
      comment: mayComment,
    },
  };
}

function shownSentence(sentence: StoredSentence & { readonly version: number }) {
  const { number, version, text, demand, clauses, proposal } = sentence;
  const { setAsideReason, setAsideDecision, responsibleOffice, attested } = sentence;
  return {
    number,
    version,
    text,
    demand,
    clauses: [...clauses],
    proposal:
      proposal === null ? null : { ...proposal, clauses: [...proposal.clauses], words: [...proposal.words] },
    setAsideReason,
    setAsideDecision,
    responsibleOffice,
    attested,
  };
}
