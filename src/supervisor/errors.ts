import type { TextsLike } from '../kernel/texts.ts';
import type { supervisorTextsSv } from './supervisor.texts.sv.ts';

/** The supervisor's texts in either language. */
export type SupervisorTexts = TextsLike<typeof supervisorTextsSv>;

/** Why the supervisor refuses. The codes are stable; the message is for the person at the console. */
export type SupervisorErrorCode =
  | 'noBinaries'
  | 'wrongMajor'
  | 'tooOldServer'
  | 'unreachableServer'
  | 'badUrl'
  | 'otherOwner'
  | 'unknownUser'
  | 'initFailed'
  | 'startFailed'
  | 'notAnswering'
  | 'foreignServer'
  | 'lockTimeout'
  | 'lockUnusable'
  | 'noSocketDirectory'
  | 'unsupportedPlatform';

/** A refusal by the supervisor, with a code and a message in the operator's language. */
export class SupervisorError extends Error {
  readonly code: SupervisorErrorCode;

  constructor(code: SupervisorErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SupervisorError';
    this.code = code;
  }
}

/** The words of an unknown error, for a sentence that quotes it. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** The `code` of a system or database error (`ENOENT`, `57P03`), if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
