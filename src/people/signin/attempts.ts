/** How many attempts to sign in may fail before a wait, and how long the wait grows. */
interface Limit {
  readonly free: number;
  /** Seconds after the first failure beyond the free ones; doubled for each more. */
  readonly firstSeconds: number;
  readonly longestSeconds: number;
}

/** Failures within the last hour, and when the latest was; null when there was none. */
export interface Failures {
  readonly count: number;
  readonly latestAt: Date | null;
}

export interface AttemptHistory {
  /** The same account from the same address. */
  readonly pair: Failures;
  /** The same account from anywhere: somebody guesses from many addresses. */
  readonly account: Failures;
  /** The same address for any account. A whole town hall may share one. */
  readonly address: Failures;
}

/** Failures older than this are forgotten: no account is ever locked for good. */
export const rememberMinutes = 60;

/**
 * The wait is short where somebody else could cause it: who knows an e-mail address can make its owner wait at most
 * half a minute, from another address than her own.
 */
export const limits: Readonly<Record<keyof AttemptHistory, Limit>> = {
  pair: { free: 5, firstSeconds: 2, longestSeconds: 15 * 60 },
  account: { free: 20, firstSeconds: 1, longestSeconds: 30 },
  address: { free: 100, firstSeconds: 1, longestSeconds: 15 * 60 },
};

/** Seconds that remain to wait before the next attempt is looked at; 0 when it may be made now. */
export function secondsToWait(history: AttemptHistory, now: Date): number {
  const kinds = ['pair', 'account', 'address'] as const;
  return Math.max(...kinds.map((kind) => waitFor(limits[kind], history[kind], now)));
}

function waitFor(limit: Limit, failures: Failures, now: Date): number {
  const beyond = failures.count - limit.free;
  if (beyond < 0 || failures.latestAt === null) return 0;
  const wait = Math.min(limit.firstSeconds * 2 ** beyond, limit.longestSeconds);
  return Math.max(0, Math.ceil(wait - (now.getTime() - failures.latestAt.getTime()) / 1000));
}
