import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { Json } from '../../kernel/audit/canonical.ts';
import { addDays } from '../../kernel/calendar.ts';
import type { Id } from '../../kernel/ids.ts';
import { decisionRefusals, parseDecision, readDecision } from '../../kernel/decision-reference.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, Line, OneOf, OrNull, type Static } from '../../kernel/schema.ts';
import { appealDays } from './legal-force.ts';
import type { Leftover, PolicySection } from './policy-text/policy-text.ts';

export type DocumentId = Id<'Document'>;
export type DocumentVersionId = Id<'DocumentVersion'>;

export const documentKinds = ['policy', 'guideline', 'instruction', 'routine'] as const;
/** draft → (discarded | decided → inForce → superseded | repealed). A text is frozen from the moment it is read in. */
export const versionStates = ['draft', 'discarded', 'decided', 'inForce', 'superseded', 'repealed'] as const;
export type VersionState = (typeof versionStates)[number];
/** Who can adopt a document: kommunfullmäktige, kommunstyrelsen, nämnd, styrelse, kommundirektör. */
export const decidingBodies = ['council', 'executive', 'committee', 'board', 'director'] as const;
export type DecidingBody = (typeof decidingBodies)[number];

/** A governing document: what stays the same from version to version. */
export interface GoverningDocument {
  readonly id: DocumentId;
  readonly version: number;
  readonly kind: (typeof documentKinds)[number];
  readonly title: string;
  readonly keeperOffice: string;
  readonly reviewOn: string | null;
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
}

/** What a person says when a version has been adopted. The day of the decision stands in its reference. */
export const adoptInput = Fields({
  decision: Line(200),
  decidedBy: OneOf(decidingBodies),
  inForceFrom: Day(),
  /** When the minutes were approved (justerade) and when that was announced on the notice board. */
  adjustedOn: OrNull(Day()),
  announcedOn: OrNull(Day()),
  reviewOn: OrNull(Day()),
});
export type AdoptInput = Static<typeof adoptInput>;

export const adoptRefusals = [
  ...decisionRefusals,
  'wrongBody',
  'notDraft',
  'inForceBeforeDecision',
  'adjustedBeforeDecision',
  'announcedBeforeAdjusted',
  'reviewBeforeInForce',
] as const;

export interface AdoptGround {
  readonly document: GoverningDocument;
  readonly version: DocumentVersion;
  /** The version in force until now, which gives way. */
  readonly previous: DocumentVersion | null;
}

export interface Adopted {
  readonly document: GoverningDocument;
  readonly version: DocumentVersion;
  readonly previous: DocumentVersion | null;
}

/**
 * Records that a body has adopted the text. It comes into force on its day: at once when that day has come, and the
 * version before it gives way. Open demands do not stop the adoption, the body has decided; clause P02 shows them.
 */
export function adoptVersion(
  ground: AdoptGround,
  input: AdoptInput,
  circumstances: Circumstances,
): Decision<Adopted> | Refusal {
  const { document, version } = ground;
  if (version.state !== 'draft') return refuse('notDraft');
  const decision = readDecision(input.decision, circumstances.today);
  if (isRefusal(decision)) return decision;
  const decidedOn = parseDecision(input.decision)?.date ?? circumstances.today;
  // A policy states the will of the highest body (P01).
  if (document.kind === 'policy' && input.decidedBy !== 'council')
    return refuse('wrongBody', { field: 'decidedBy' });
  const fault = dateFault(input, decidedOn);
  if (fault !== null) return fault;
  const begins = input.inForceFrom <= circumstances.today;
  const next: DocumentVersion = {
    ...version,
    version: version.version + 1,
    state: begins ? 'inForce' : 'decided',
    decision,
    decidedBy: input.decidedBy,
    decidedOn,
    inForceFrom: input.inForceFrom,
    adjustedOn: input.adjustedOn,
    announcedOn: input.announcedOn,
    // The day after the last one for an appeal, if there is none. A weekend can move it: it is shown as the earliest day.
    legalForceOn: input.announcedOn === null ? null : addDays(input.announcedOn, appealDays + 1),
  };
  const previous = begins ? giveWay(ground.previous) : null;
  const kept = { ...document, version: document.version + 1, reviewOn: input.reviewOn };
  const data: Json = { ...input, decision, contentHash: version.contentHash };
  const touched = [
    `document:${document.id}`,
    ...(previous === null ? [] : [`documentVersion:${previous.id}`]),
  ];
  return {
    next: { document: kept, version: next, previous },
    event: {
      kind: 'documentVersion.adopted',
      record: version.id,
      changes: stateChange(version, next),
      data,
      touched,
    },
  };
}

/** A decided version whose day has come is brought into force. */
export function bringIntoForce(
  ground: AdoptGround,
  circumstances: Circumstances,
): Decision<Adopted> | Refusal {
  const { version } = ground;
  if (version.state !== 'decided') return refuse('notDecided');
  if (version.inForceFrom === null || version.inForceFrom > circumstances.today) return refuse('dayNotCome');
  const next: DocumentVersion = { ...version, version: version.version + 1, state: 'inForce' };
  const previous = giveWay(ground.previous);
  const touched = previous === null ? [] : [`documentVersion:${previous.id}`];
  return {
    next: { document: ground.document, version: next, previous },
    event: {
      kind: 'documentVersion.broughtIntoForce',
      record: version.id,
      changes: stateChange(version, next),
      touched,
    },
  };
}

/** A draft that will not be used. It stays readable in the log and in history. */
export function discardVersion(
  version: DocumentVersion,
  reason: string,
): Decision<DocumentVersion> | Refusal {
  if (version.state !== 'draft') return refuse('notDraft');
  const next: DocumentVersion = { ...version, version: version.version + 1, state: 'discarded' };
  return {
    next,
    event: {
      kind: 'documentVersion.discarded',
      record: version.id,
      changes: stateChange(version, next),
      reason,
    },
  };
}

function giveWay(previous: DocumentVersion | null): DocumentVersion | null {
  return previous === null ? null : { ...previous, version: previous.version + 1, state: 'superseded' };
}

function stateChange(before: DocumentVersion, after: DocumentVersion) {
  return [{ field: 'state', from: before.state, to: after.state }];
}

function dateFault(input: AdoptInput, decidedOn: string): Refusal | null {
  const { adjustedOn, announcedOn, inForceFrom, reviewOn } = input;
  if (inForceFrom < decidedOn) return refuse('inForceBeforeDecision', { field: 'inForceFrom' });
  if (adjustedOn !== null && adjustedOn < decidedOn)
    return refuse('adjustedBeforeDecision', { field: 'adjustedOn' });
  if (announcedOn !== null && announcedOn < (adjustedOn ?? decidedOn)) {
    return refuse('announcedBeforeAdjusted', { field: 'announcedOn' });
  }
  if (reviewOn !== null && reviewOn <= inForceFrom)
    return refuse('reviewBeforeInForce', { field: 'reviewOn' });
  return null;
}

/** When the document is to be looked over, and by whom it is kept. */
export const keepInput = Fields({ title: Line(200), keeperOffice: Line(60), reviewOn: OrNull(Day()) });

/** How a demand is followed up, as a person has said it. */
export const tieInput = Fields({
  sentence: Type.Integer({ minimum: 1, maximum: 100_000 }),
  clauses: Type.Array(Type.String({ pattern: '^P[0-4][0-9]$' }), { uniqueItems: true, maxItems: 10 }),
  setAsideReason: OrNull(Line(500)),
});
