import { notEnded, type Table } from '../../kernel/facts.ts';
import type { Responsible } from '../../clauses/clause.ts';
import type { CheckOutcome } from '../publication/place-check.ts';
import type { DecidingBody } from './deciding/bodies.ts';

/** What clauses may know of a governing document. */
export interface DocumentFact {
  readonly id: string;
  readonly kind: 'policy' | 'guideline' | 'instruction' | 'routine';
  readonly title: string;
  readonly keeperOffice: string;
  readonly reviewOn: string | null;
  readonly endedOn: string | null;
  readonly scope: 'organisation' | 'unit' | 'system' | 'situation';
  readonly unitId: string | null;
  readonly systemId: string | null;
}

/** What clauses may know of one version; not its text. Drafts are no facts. */
export interface DocumentVersionFact {
  readonly id: string;
  readonly documentId: string;
  readonly number: number;
  readonly state: 'decided' | 'inForce' | 'superseded' | 'repealed';
  readonly contentHash: string;
  readonly decision: string | null;
  readonly decidedBy: DecidingBody | null;
  readonly decidedOn: string | null;
  readonly inForceFrom: string | null;
  readonly adjustedOn: string | null;
  readonly legalForceOn: string | null;
}

/** A sentence with a demand, of a version in force of any kind of document: how it is followed up. */
export interface SentenceFact {
  readonly id: string;
  readonly documentVersionId: string;
  readonly number: number;
  readonly heading: string;
  readonly demand: 'ska' | 'bor';
  /** Numbers of clauses that a person confirmed, or the edition made certain. */
  readonly clauses: readonly string[];
  readonly setAside: boolean;
  readonly hash: string;
  /** Followed up by an office's attest every year. */
  readonly attested: boolean;
  readonly responsibleOffice: Responsible | null;
  /** How it is followed up is proposed, and nobody has confirmed it. */
  readonly isProposed: boolean;
}

/** What a document elaborates: a clause, or a document and perhaps one demand of it, by the hash of its words. */
export interface DocumentParentFact {
  readonly id: string;
  readonly documentId: string;
  readonly parentDocumentId: string | null;
  readonly sentenceHash: string | null;
  readonly clause: string | null;
  readonly endedOn: string | null;
}

/** What an office has said of a demand: met or not, on a day. */
export interface DemandAttestFact {
  readonly id: string;
  readonly documentId: string;
  readonly sentenceHash: string;
  readonly isMet: boolean;
  readonly attestedOn: string;
}

/** The version of each document that is in force on a day, by the document's id; of documents that have not ended. */
export function inForceOn(
  documents: Table<DocumentFact>,
  versions: Table<DocumentVersionFact>,
  day: string,
): ReadonlyMap<string, DocumentVersionFact> {
  const found = new Map<string, DocumentVersionFact>();
  for (const version of versions.values()) {
    const document = documents.get(version.documentId);
    const hasBegun = version.inForceFrom === null || version.inForceFrom <= day;
    if (version.state === 'inForce' && hasBegun && document !== undefined && notEnded(document, day))
      found.set(document.id, version);
  }
  return found;
}

/** A place where the policy is published, and what was seen there last. */
export interface PublicationPlaceFact {
  readonly id: string;
  readonly kind: 'website' | 'intranet';
  readonly name: string;
  /** The Swedish day of the latest check. */
  readonly checkedOn: string | null;
  /** What it found; null before the first, and of a check made by a release that did not say. */
  readonly outcome: CheckOutcome | null;
  readonly seenHash: string | null;
  readonly attestedOn: string | null;
  readonly endedOn: string | null;
}

/**
 * The policy in force on a day: the document of kind policy that is not ended, and its version in force that has
 * begun. Null when there is none. Should there be several, it is the one of the lowest id: the order in which tables happen to
 * hold their rows decides nothing.
 */
export function policyInForce(
  documents: Table<DocumentFact>,
  versions: Table<DocumentVersionFact>,
  day: string,
): { readonly document: DocumentFact; readonly version: DocumentVersionFact } | null {
  let found: { readonly document: DocumentFact; readonly version: DocumentVersionFact } | null = null;
  for (const version of versions.values()) {
    if (version.state !== 'inForce' || (found !== null && found.version.id < version.id)) continue;
    if (version.inForceFrom !== null && version.inForceFrom > day) continue;
    const document = documents.get(version.documentId);
    if (document === undefined || document.kind !== 'policy') continue;
    if (document.endedOn === null || day < document.endedOn) found = { document, version };
  }
  return found;
}
