import { systemActor } from '../../kernel/access.ts';
import { keepLooking } from '../../kernel/housekeeping.ts';
import { underLock } from '../../kernel/locks.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { act, type Services } from '../../kernel/run.ts';
import { finish } from './verification.actions.ts';
import { newestVerification, waitingVerification } from './verification.store.ts';
import { readHead } from '../tree.store.ts';
import type { Finding } from '../../../tools/verify-audit/finding.ts';
import { isVerificationDue, type LogOutcome, mostFindings } from './verification.ts';

export interface VerificationKeeping {
  readonly services: Services;
  /** Verifies the whole log; must yield to other work. */
  verify(): Promise<LogOutcome>;
  /** Told when the log is not whole. */
  onFindings(outcome: LogOutcome): void;
  onFault(error: unknown): void;
}

const lookEvery = 15_000;

/**
 * Has the log verified once a day and when somebody asks, by one process at a time, beside all other work. Returns a function
 * that ends it, after the verification at hand.
 */
export function keepVerified(keeping: VerificationKeeping): () => Promise<void> {
  return keepLooking(
    () => verifyWhenDue(keeping),
    lookEvery,
    (error) => keeping.onFault(error),
  );
}

const longestDetail = 500;

/** A finding as it is kept: what it says besides the place may be long. */
function kept({ detail, ...finding }: Finding): Finding {
  return detail === undefined ? finding : { ...finding, detail: detail.slice(0, longestDetail) };
}

/** One look: verifies and records when it is time, and no other process is at it. */
export async function verifyWhenDue(keeping: VerificationKeeping): Promise<void> {
  const { db, clock } = keeping.services;
  await underLock(db, 'verification', async () => {
    // A log that has not begun is not one that lacks its heads.
    if ((await readHead(db)) === null) return;
    const newest = await newestVerification(db);
    const waiting = await waitingVerification(db, false);
    if (!isVerificationDue(newest?.verifiedAt ?? null, waiting, clock())) return;
    const outcome = await keeping.verify();
    if (!outcome.ok) keeping.onFindings(outcome);
    const input = {
      size: outcome.size,
      root: outcome.root,
      isWhole: outcome.ok && outcome.faults === 0,
      erased: outcome.erased,
      findingCount: outcome.faults,
      findings: outcome.findings.slice(0, mostFindings).map(kept),
    };
    const request = { actor: systemActor, id: null, input, version: null, idempotencyKey: null };
    const result = await act(keeping.services, finish, { ...request, confirmed: new Set<string>() });
    if (isRefusal(result)) throw new Error(`a verification was refused: ${result.code}`);
  });
}
