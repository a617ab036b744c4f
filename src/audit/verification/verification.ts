import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, OneOf, type Static } from '../../kernel/schema.ts';
import { type Finding, findingCodes } from '../../../tools/verify-audit/finding.ts';

const Place = Type.Optional(Type.Integer());
const Name = Type.Optional(Type.String({ maxLength: 200 }));

/** Something that is not as it should be: what, and where in the log or the registers, as the verifier tells it. */
export const LogFinding = Fields({
  code: OneOf(findingCodes),
  leaf: Place,
  until: Place,
  event: Name,
  size: Place,
  table: Name,
  row: Name,
  version: Place,
  detail: Type.Optional(Type.String({ maxLength: 500 })),
});
type LogFinding = Static<typeof LogFinding>;

/** How the log came out of a verification. */
export interface LogOutcome {
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly ok: boolean;
  /** Events whose content has been erased by a decision; they count as whole. */
  readonly erased: number;
  /** How many faults there are in all; not each of them need be listed. */
  readonly faults: number;
  readonly findings: readonly Finding[];
}

/** Findings that are kept of one verification; the count says how many there were. */
export const mostFindings = 200;

export const finishInput = Fields({
  size: Type.Integer({ minimum: 0 }),
  /** Base64. */
  root: Type.String({ maxLength: 60 }),
  isWhole: Type.Boolean(),
  erased: Type.Integer({ minimum: 0 }),
  findingCount: Type.Integer({ minimum: 0 }),
  findings: Type.Array(LogFinding, { maxItems: mostFindings }),
});

/** One verification: asked for, done, or both. */
export interface Verification {
  readonly id: Id<'LogVerification'>;
  readonly version: number;
  readonly requestedAt: Date;
  /** Who asked; null when it was the daily one. */
  readonly requestedBy: string | null;
  readonly verifiedAt: Date | null;
  readonly size: number | null;
  readonly root: Buffer | null;
  readonly isWhole: boolean | null;
  readonly erased: number | null;
  readonly findingCount: number;
  readonly findings: readonly LogFinding[];
}

const notDone = {
  verifiedAt: null,
  size: null,
  root: null,
  isWhole: null,
  erased: null,
  findingCount: 0,
  findings: [],
} as const;

/** Asks for a verification. It is done in the background, within a minute from when the one at hand is done. */
export function requestVerification(
  waiting: Verification | null,
  { actor, newId, now }: Circumstances,
): Decision<Verification> | Refusal {
  if (waiting !== null) return refuse('alreadyWaiting');
  const next: Verification = {
    ...notDone,
    id: newId<'LogVerification'>(),
    version: 1,
    requestedAt: now,
    requestedBy: actor.personId,
  };
  return { next, event: { kind: 'audit.verificationRequested', record: next.id } };
}

/** Records what came of a verification: of the one that waits, else of the daily one. */
export function finishVerification(
  waiting: Verification | null,
  input: Static<typeof finishInput>,
  { newId, now }: Circumstances,
): Decision<Verification> {
  const before = waiting ?? {
    ...notDone,
    id: newId<'LogVerification'>(),
    version: 0,
    requestedAt: now,
    requestedBy: null,
  };
  const { size, root, isWhole, erased, findingCount } = input;
  const next: Verification = {
    ...before,
    ...input,
    version: before.version + 1,
    root: Buffer.from(root, 'base64'),
    verifiedAt: now,
  };
  return {
    next,
    event: {
      kind: 'audit.verified',
      record: next.id,
      data: { size, root, ok: isWhole, erased, findingCount },
    },
  };
}

/** How old the newest verification may grow (ms) before the next one is made. */
export const verifyEvery = 24 * 3_600_000;

/** Shall the log be verified now? */
export function isVerificationDue(
  newest: Date | null,
  waiting: Pick<Verification, 'requestedAt'> | null,
  now: Date,
): boolean {
  if (waiting !== null || newest === null) return true;
  return now.getTime() - newest.getTime() >= verifyEvery;
}
