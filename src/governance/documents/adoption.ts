import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import { decisionRefusals, parseDecision, readDecision } from '../../kernel/decision-reference.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, Line, OneOf, OrNull, type Static } from '../../kernel/schema.ts';
import { type DecidingBody, decidingBodies, isCollegial } from './deciding/bodies.ts';
import type { DocumentVersion, GoverningDocument } from './document.ts';
import { legalForceDay } from './legal-force.ts';

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
  'referenceNotMinuted',
  'notProposed',
  'decidedBeforeDraft',
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
  /** The bodies that may adopt this kind of document. */
  readonly bodies: readonly DecidingBody[];
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
  if (!isWhole(version)) return refuse('notProposed');
  const decision = readDecision(input.decision, circumstances.today);
  if (isRefusal(decision)) return decision;
  if (!ground.bodies.includes(input.decidedBy)) return refuse('wrongBody', { field: 'decidedBy' });
  const reference = parseDecision(input.decision);
  if (isCollegial(input.decidedBy) && reference?.kind !== 'body')
    return refuse('referenceNotMinuted', { field: 'decision' });
  const decidedOn = reference?.date ?? circumstances.today;
  if (version.draftedOn !== null && decidedOn < version.draftedOn)
    return refuse('decidedBeforeDraft', { field: 'decision' });
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
    legalForceOn: legalForceDay(input.announcedOn),
  };
  const previous = begins ? giveWay(ground.previous) : null;
  const kept = { ...document, version: document.version + 1, reviewOn: input.reviewOn };
  const data: Json = { contentHash: version.contentHash };
  const touched = [
    `document:${document.id}`,
    ...(previous === null ? [] : [`documentVersion:${previous.id}`]),
  ];
  return {
    next: { document: kept, version: next, previous },
    event: {
      kind: 'documentVersion.adopted',
      record: version.id,
      changes: [
        ...changesBetween(toldOf(version), toldOf(next)),
        ...changesBetween({ reviewOn: document.reviewOn }, { reviewOn: kept.reviewOn }),
      ],
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

/** A draft or proposal that will not be used. It stays readable in the log and in history. */
export function discardVersion(
  version: DocumentVersion,
  reason: string,
): Decision<DocumentVersion> | Refusal {
  if (version.state !== 'draft' && version.state !== 'proposed') return refuse('notDraft');
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

/** What a person says when a document no longer holds and nothing takes its place. */
export const repealInput = Fields({ decision: Line(200), repealedOn: Day() });

export const repealRefusals = [
  ...decisionRefusals,
  'notInForce',
  'repealedBeforeDecision',
  'versionWaits',
  'dayNotCome',
] as const;

/**
 * Records that the text in force has been repealed by a decision. The document ends with it, so nothing of it may be waiting to
 * be written, decided or brought into force.
 */
export function repealVersion(
  { version, isWaitedFor }: { readonly version: DocumentVersion; readonly isWaitedFor: boolean },
  input: Static<typeof repealInput>,
  circumstances: Circumstances,
): Decision<DocumentVersion> | Refusal {
  if (version.state !== 'inForce') return refuse('notInForce');
  if (isWaitedFor) return refuse('versionWaits');
  const decision = readDecision(input.decision, circumstances.today);
  if (isRefusal(decision)) return decision;
  const decidedOn = parseDecision(input.decision)?.date ?? circumstances.today;
  if (input.repealedOn < decidedOn) return refuse('repealedBeforeDecision', { field: 'repealedOn' });
  if (input.repealedOn > circumstances.today) return refuse('dayNotCome', { field: 'repealedOn' });
  const next: DocumentVersion = {
    ...version,
    version: version.version + 1,
    state: 'repealed',
    repealedOn: input.repealedOn,
    repealDecision: decision,
  };
  return {
    next,
    event: {
      kind: 'documentVersion.repealed',
      record: version.id,
      changes: changesBetween(toldOf(version), toldOf(next)),
      touched: [`document:${version.documentId}`],
    },
  };
}

/** Whole and frozen: proposed, or read in as it was adopted elsewhere. */
export function isWhole(version: Pick<DocumentVersion, 'state' | 'blocks'>): boolean {
  return version.state === 'proposed' || (version.state === 'draft' && version.blocks === null);
}

/** What the log is told of a version's decision. */
function toldOf(version: DocumentVersion) {
  const { state, decision, decidedBy, decidedOn, inForceFrom } = version;
  const { adjustedOn, announcedOn, legalForceOn, repealedOn, repealDecision } = version;
  return {
    state,
    decision,
    decidedBy,
    decidedOn,
    inForceFrom,
    adjustedOn,
    announcedOn,
    legalForceOn,
    repealedOn,
    repealDecision,
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
