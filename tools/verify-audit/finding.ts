/** Every fault that the verifier can find. What each means stands in words.sv.ts and words.en.ts, and in FORMAT.md. */
export const findingCodes = [
  'leafEmpty',
  'leafForm',
  'leafChanged',
  'leafTwice',
  'leafAdded',
  'leafGone',
  'leafMoved',
  'leafBackDated',
  'leafAhead',
  'endCut',
  'sealMissing',
  'sealForm',
  'sealBackwards',
  'unsealedLeaves',
  'rootWrong',
  'checkpointWrong',
  'checkpointNone',
  'checkpointForm',
  'checkpointOrder',
  'checkpointOrigin',
  'checkpointSignature',
  'checkpointMissing',
  'checkpointBeyond',
  'keyForm',
  'keyStrange',
  'witnessForm',
  'witnessSignature',
  'witnessOrigin',
  'logCut',
  'fork',
  'erasedUnnamed',
  'erasedStill',
  'erasedTooSoon',
  'rowForm',
  'rowOrder',
  'rowChanged',
  'rowGone',
  'rowUnnamed',
  'rowWithoutEvent',
  'rowNotCurrent',
  'rowHashChanged',
  'eventOutside',
  'columnsDiffer',
  'hashDiffers',
  'tileDiffers',
  'checkpointColumns',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One fault: what, and where. */
export interface Finding {
  readonly code: FindingCode;
  /** The leaf's number; with `until`, the first of several (`until` is the first that is not of them). */
  readonly leaf?: number;
  readonly until?: number;
  readonly event?: string;
  /** The size of the checkpoint in question. */
  readonly size?: number;
  readonly table?: string;
  readonly row?: string;
  readonly version?: number;
  /** What else tells where to look, such as which part of a leaf; the same in both languages. */
  readonly detail?: string;
}

/** So many of one kind are told in full; the rest are counted, so that a log that is wholly wrong can still be read. */
const mostOfOneKind = 200;

/** The faults so far, and how many there were of each kind. */
export class Findings {
  readonly list: Finding[] = [];
  readonly counts = new Map<FindingCode, number>();

  add(finding: Finding): void {
    const count = (this.counts.get(finding.code) ?? 0) + 1;
    this.counts.set(finding.code, count);
    if (count <= mostOfOneKind) this.list.push(finding);
  }

  get count(): number {
    return [...this.counts.values()].reduce((sum, one) => sum + one, 0);
  }
}

/** What was verified, and what came of it. */
export interface Report {
  readonly ok: boolean;
  readonly origin: string;
  readonly size: number;
  /** Base64, of the newest checkpoint; of all leaves where there is none. */
  readonly root: string;
  readonly checkpoints: number;
  readonly keys: readonly string[];
  /** Whether the keys came from outside, or with the log itself. */
  readonly keysGiven: boolean;
  /** Sizes of the outside checkpoints that the log agrees with. */
  readonly witnessed: readonly number[];
  readonly erased: number;
  readonly erasedBy: readonly { readonly decision: string; readonly rule: string; readonly events: number }[];
  readonly rows: { readonly checked: number; readonly erased: number };
  readonly findings: readonly Finding[];
  /** How many faults there are in all; those of one kind are listed up to a limit. */
  readonly faults: number;
}
