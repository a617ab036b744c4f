import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween } from '../../../kernel/audit/canonical.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, IdOf, OrNull, type Static } from '../../../kernel/schema.ts';
import { Type } from 'typebox';
import type { DocumentId, DocumentKind, GoverningDocument } from '../document.ts';
import { type Descent, wouldCircle } from './ancestry.ts';

/** What a document elaborates: a clause; or another document, or one demand of it, known by the hash of its words. */
export interface DocumentParent {
  readonly id: Id<'DocumentParent'>;
  readonly version: number;
  readonly documentId: DocumentId;
  readonly parentDocumentId: DocumentId | null;
  readonly sentenceHash: string | null;
  readonly clause: string | null;
  readonly endedOn: string | null;
}

export const parentInput = Fields({
  clause: OrNull(Type.String({ pattern: '^P[0-4][0-9]$' })),
  parentDocumentId: OrNull(IdOf<'Document'>()),
  /** A demand of the parent's version in force, by its sentence's hash; null for the document as a whole. */
  sentenceHash: OrNull(Type.String({ pattern: '^[0-9a-f]{64}$' })),
});

export const parentRefusals = [
  'parentUnclear',
  'clauseUnknown',
  'parentUnknown',
  'parentBelow',
  'ownAncestor',
  'demandUnknown',
  'alreadyTied',
  'documentEnded',
] as const;

/** What must be known to tie. */
export interface ParentGround {
  readonly document: GoverningDocument;
  /** The parent; null when none was named, or it is not there. */
  readonly parent: GoverningDocument | null;
  /** Hashes of the demands of the parent's version in force. */
  readonly demands: ReadonlySet<string>;
  readonly clauses: ReadonlySet<string>;
  readonly descents: readonly Descent[];
  readonly ties: readonly DocumentParent[];
}

/** The chain goes downwards: a policy comes from no guideline, a guideline from no instruction. */
const rank: Readonly<Record<DocumentKind, number>> = { policy: 0, guideline: 1, instruction: 2, routine: 3 };

/** Says what a document elaborates. A tie that would make a document its own ancestor is refused. */
export function tieParent(
  ground: ParentGround,
  input: Static<typeof parentInput>,
  circumstances: Circumstances,
): Decision<DocumentParent> | Refusal {
  const { document, parent } = ground;
  if (document.endedOn !== null) return refuse('documentEnded');
  if ((input.clause === null) === (input.parentDocumentId === null)) return refuse('parentUnclear');
  if (input.clause !== null && !ground.clauses.has(input.clause))
    return refuse('clauseUnknown', { field: 'clause' });
  if (input.parentDocumentId !== null) {
    if (parent === null || parent.endedOn !== null)
      return refuse('parentUnknown', { field: 'parentDocumentId' });
    if (wouldCircle(ground.descents, { child: document.id, parent: parent.id }))
      return refuse('ownAncestor', { field: 'parentDocumentId' });
    if (rank[parent.kind] > rank[document.kind]) return refuse('parentBelow', { field: 'parentDocumentId' });
    if (input.sentenceHash !== null && !ground.demands.has(input.sentenceHash))
      return refuse('demandUnknown', { field: 'sentenceHash' });
  }
  const sentenceHash = input.parentDocumentId === null ? null : input.sentenceHash;
  const isTied = ground.ties.some(
    (tie) =>
      tie.clause === input.clause &&
      tie.parentDocumentId === input.parentDocumentId &&
      tie.sentenceHash === sentenceHash,
  );
  if (isTied) return refuse('alreadyTied');
  const next: DocumentParent = {
    id: circumstances.newId<'DocumentParent'>(),
    version: 1,
    documentId: document.id,
    parentDocumentId: input.parentDocumentId,
    sentenceHash,
    clause: input.clause,
    endedOn: null,
  };
  const { parentDocumentId, clause } = next;
  const changes = changesBetween(null, { parentDocumentId, sentenceHash, clause });
  const touched = [`documentParent:${next.id}`];
  return { next, event: { kind: 'document.parentTied', record: document.id, changes, touched } };
}

/** Takes a tie away. */
export function untieParent(
  document: GoverningDocument,
  tie: DocumentParent | null,
  circumstances: Circumstances,
): Decision<DocumentParent> | Refusal {
  if (document.endedOn !== null) return refuse('documentEnded');
  if (tie === null || tie.documentId !== document.id) return refuse('tieUnknown');
  const next = { ...tie, version: tie.version + 1, endedOn: circumstances.today };
  const { parentDocumentId, sentenceHash, clause } = tie;
  return {
    next,
    event: {
      kind: 'document.parentUntied',
      record: document.id,
      changes: [{ field: 'endedOn', from: null, to: next.endedOn }],
      data: { parentDocumentId, sentenceHash, clause },
      touched: [`documentParent:${tie.id}`],
    },
  };
}
