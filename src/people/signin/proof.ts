import type { Transaction } from '../../kernel/db.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Account } from './account.store.ts';
import { useRecoveryCode } from './account.store.ts';
import { secondsToWait } from './attempts.ts';
import { theInstallation } from './installation.ts';
import { passwordMatches, TooBusy } from './password-hash.ts';
import { hashRecoveryCode } from './recovery.ts';
import { hashShort, unseal } from './secrets.ts';
import { attemptHistory, takeTurn } from './session.store.ts';
import { matchingStep } from './totp.ts';

/** Whose attempt it is counted as. */
export interface Attempt {
  readonly accountKey: Buffer;
  readonly address: string;
}

/** What somebody brought to prove who she is, looked at. `failed` must be counted and told to the log. */
export type Proof =
  | { readonly ok: true; readonly usedStep: number | null; readonly usedRecoveryCode: boolean }
  | { readonly ok: false; readonly failed: string };

/** The key that attempts at an account are counted by: what was typed, unreadable without the installation's key. */
export function attemptAt(email: string, address: string): Attempt {
  return { accountKey: hashShort('attempt', email, theInstallation().secretKey), address };
}

/** May the attempt be looked at now? Null when it may; a refusal leaves nothing behind, so waiting costs nobody. */
export async function waitRefusal(
  transaction: Transaction,
  attempt: Attempt,
  now: Date,
): Promise<Refusal | null> {
  if (!(await takeTurn(transaction, attempt.accountKey))) return refuse('tooMany');
  const seconds = secondsToWait(
    await attemptHistory(transaction, attempt.accountKey, attempt.address, now),
    now,
  );
  return seconds > 0 ? refuse('tooMany', { parameters: { seconds } }) : null;
}

/**
 * Is it her password, and her code where she uses codes? The same work whether there is an account or not. A code may
 * be one of the app's or a recovery code, which then is used up.
 */
export async function prove(
  transaction: Transaction,
  account: Account | null,
  brought: { readonly password: string; readonly code: string | null },
  now: Date,
): Promise<Proof | Refusal> {
  const usable = account !== null && account.state === 'active' && account.here ? account : null;
  let matches: boolean;
  try {
    matches = await passwordMatches(brought.password, usable?.passwordHash ?? null);
  } catch (error) {
    if (error instanceof TooBusy) return refuse('tooMany');
    throw error;
  }
  if (usable === null || !matches) return { ok: false, failed: 'wrongCredentials' };
  if (usable.totpConfirmedAt === null) return { ok: true, usedStep: null, usedRecoveryCode: false };
  // Told to the log and counted as any failure: somebody who stops here knows her password but not her code.
  if (brought.code === null) return { ok: false, failed: 'codeNeeded' };
  return proveCode(transaction, usable, brought.code, now);
}

/** Is it a code of hers that has not been used? */
export async function proveCode(
  transaction: Transaction,
  account: Account,
  code: string,
  now: Date,
): Promise<Proof> {
  const { secretKey } = theInstallation();
  const digits = code.replace(/\s/g, '');
  if (/^\d{6}$/.test(digits)) {
    if (account.totpSecret === null) return { ok: false, failed: 'wrongCode' };
    const secret = unseal(account.totpSecret, account.personId, secretKey);
    const step = matchingStep(secret, digits, now, account.totpLastStep);
    return step === null
      ? { ok: false, failed: 'wrongCode' }
      : { ok: true, usedStep: step, usedRecoveryCode: false };
  }
  const hash = hashRecoveryCode(account.personId, code, secretKey);
  const used = await useRecoveryCode(transaction, account.personId, hash, now);
  return used ? { ok: true, usedStep: null, usedRecoveryCode: true } : { ok: false, failed: 'wrongCode' };
}
