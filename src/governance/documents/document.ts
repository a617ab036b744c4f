import type { ScopeKeys } from '../../kernel/access.ts';
import type { Id, SystemId, UnitId } from '../../kernel/ids.ts';
import type { Office } from '../../kernel/offices.ts';
import type { Block, DemandMark } from './blocks/block.ts';
import type { DecidingBody } from './deciding/bodies.ts';
import type { Leftover, PolicySection } from './policy-text/policy-text.ts';

export type DocumentId = Id<'Document'>;
export type DocumentVersionId = Id<'DocumentVersion'>;

export const documentKinds = ['policy', 'guideline', 'instruction', 'routine'] as const;
export type DocumentKind = (typeof documentKinds)[number];
/** What a document is about. */
export const documentScopes = ['organisation', 'unit', 'system', 'situation'] as const;
export type DocumentScope = (typeof documentScopes)[number];
/**
 * draft → onReferral → proposed → decided → inForce → superseded | repealed; a draft or a proposal may be discarded. A text
 * that was read in is frozen at once and goes from draft to its decision; one that is written here is frozen when proposed.
 */
export const versionStates = [
  'draft',
  'onReferral',
  'proposed',
  'discarded',
  'decided',
  'inForce',
  'superseded',
  'repealed',
] as const;
export type VersionState = (typeof versionStates)[number];

/** A governing document: what stays the same from version to version. */
export interface GoverningDocument {
  readonly id: DocumentId;
  readonly version: number;
  readonly kind: DocumentKind;
  readonly title: string;
  /** Who answers for it (dokumentansvarig): an office, for the document's own unit or system where it has one. */
  readonly keeperOffice: Office;
  readonly reviewOn: string | null;
  readonly scope: DocumentScope;
  readonly unitId: UnitId | null;
  readonly systemId: SystemId | null;
  /** The situation in words; empty unless that is the scope. */
  readonly situation: string;
  /** The last day it is meant to hold; null until further notice. */
  readonly validUntil: string | null;
  /** May everyone read it, also without an account? Null while its keeper has not said otherwise than its kind does. */
  readonly isOpen: boolean | null;
  /** The day its text was repealed and nothing took its place; null while it stands. */
  readonly endedOn: string | null;
}

/**
 * The keys by which rights to a document are limited. Policies and guidelines are for the whole, so no unit's right reaches
 * them; an instruction or a routine is also its unit's leader's, or its system's owner's.
 */
export function documentKeys(document: Pick<GoverningDocument, 'kind' | 'unitId' | 'systemId'>): ScopeKeys {
  if (document.kind === 'policy' || document.kind === 'guideline') return {};
  return { unit: document.unitId, record: document.systemId };
}

/** Headings, paragraphs and lists of a text, as numbers of its sentences. */
export interface Outline {
  readonly title: string | null;
  readonly sections: readonly PolicySection[];
  readonly leftovers: readonly Leftover[];
}

/** One version of a document, without its sentences. */
export interface DocumentVersion {
  readonly id: DocumentVersionId;
  readonly version: number;
  readonly documentId: DocumentId;
  readonly number: number;
  readonly state: VersionState;
  readonly sourceName: string;
  readonly outline: Outline;
  /** SHA-256 over the hashes of all sentences in order: what is in force, in 64 characters. */
  readonly contentHash: string;
  readonly decision: string | null;
  readonly decidedBy: DecidingBody | null;
  readonly decidedOn: string | null;
  readonly inForceFrom: string | null;
  readonly adjustedOn: string | null;
  readonly announcedOn: string | null;
  readonly legalForceOn: string | null;
  /** The text as it is being written; null for one that was read in. */
  readonly blocks: readonly Block[] | null;
  readonly demandMarks: readonly DemandMark[];
  /** The day it was begun here; null for one that was read in. */
  readonly draftedOn: string | null;
  readonly repealedOn: string | null;
  readonly repealDecision: string | null;
}
