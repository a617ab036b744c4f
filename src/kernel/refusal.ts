/** Why something was not done. A refusal is a value; an exception is a bug. */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly field?: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly fields?: readonly FieldError[];
  /** The record as it stands now, when somebody else changed it first (409). */
  readonly current?: unknown;
}

/** What is wrong with one field of the input; `field` is a path such as `levels.confidentiality`. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly limit?: number | string;
}

/** A refusal with a code from the action's closed list, or one of the kernel's own below. */
export function refuse(code: string, details: Omit<Refusal, 'refused' | 'code'> = {}): Refusal {
  return { refused: true, code, ...details };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}

/** The one mapping from code to HTTP status. A code not listed is a rule of the domain: 422. */
const statuses: Readonly<Record<string, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  versionMoved: 409,
  alreadyExists: 409,
  tooLarge: 413,
  personnummerSuspected: 422,
  keyReused: 422,
  purposeMissing: 422,
  versionMissing: 428,
  tooMany: 429,
  internal: 500,
  unavailable: 503,
  busy: 503,
  noPast: 400,
  asOfInFuture: 422,
  asOfTooEarly: 422,
};

export function statusOf(refusal: Refusal): number {
  return statuses[refusal.code] ?? 422;
}

/** Codes the kernel itself may answer with, for the OpenAPI document. */
export const kernelCodes = Object.keys(statuses);
