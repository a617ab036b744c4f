import type { AttestKind } from './attest.ts';
import type { ChannelOutcome } from './channel/channel-test.ts';
import type { Incident } from './incident.ts';

/**
 * What clauses may know of a case. Only those that may be known of are facts: what clauses count is shown to everybody, and a
 * secret case in a figure is not secret.
 */
export interface IncidentFact {
  readonly id: string;
  /** Its number, which names it without saying what has happened. */
  readonly name: string;
  readonly state: Incident['state'];
  readonly unitId: string | null;
  readonly reportedOn: string;
  readonly hasCause: boolean;
  readonly followUpOn: string | null;
  readonly followedUpOn: string | null;
  readonly closedOn: string | null;
}

/** What has been attested of a unit's reporting, and when. */
export interface ReportAttestFact {
  readonly id: string;
  readonly unitId: string;
  readonly what: AttestKind;
  readonly attestedOn: string;
}

/** How the channel for reports came out of a test. */
export interface ChannelTestFact {
  readonly id: string;
  readonly outcome: ChannelOutcome;
  readonly testedOn: string;
  /** In UTC, so that the newest can be told from those of the same day. */
  readonly testedAt: string;
}
