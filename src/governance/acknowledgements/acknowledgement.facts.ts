import type { TargetName } from './target.ts';

/** What a person or an external party has acknowledged, by her or its id: versions of policies, and of nothing else. */
export interface AcknowledgedFact {
  readonly id: string;
  readonly versions: readonly string[];
}

/** For a version of a policy in force: the versions whose acknowledgement holds for it too. Keyed by its id. */
export interface PolicyCoverFact {
  readonly id: string;
  readonly coveredBy: readonly string[];
}

/** A campaign, as far as it tells that somebody has been asked about a document. */
export interface CampaignFact {
  readonly id: string;
  readonly documentId: string;
}

/** A figure that the municipality has set otherwise than Värna does. */
export interface CampaignTargetFact {
  readonly id: string;
  readonly name: TargetName;
  readonly value: number;
}

/** What a head has said of a unit on a day. */
export interface UnitAttestFact {
  readonly id: string;
  readonly unitId: string;
  readonly isFollowed: boolean;
  readonly attestedOn: string;
}

/** What clauses may know of an external party. */
export interface ExternalPartyFact {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly relevant: boolean;
  readonly contractor: boolean;
  readonly obligation: boolean;
  readonly agreementReviewId: string | null;
  readonly endedOn: string | null;
}

/** Does somebody who has acknowledged these versions know one that is covered by those? */
export function knows(
  acknowledged: AcknowledgedFact | undefined,
  coveredBy: ReadonlySet<string>,
): 'all' | 'some' | 'none' {
  if (acknowledged === undefined || acknowledged.versions.length === 0) return 'none';
  return acknowledged.versions.some((version) => coveredBy.has(version)) ? 'all' : 'some';
}
