import type { FindingCode } from '../../../tools/verify-audit/finding.ts';
import type { Installation, Intruder, Outside } from './testing.ts';

/** What a verifier must say of a tampering: codes, and where it has a place, at which leaf. */
interface Caught {
  readonly code: FindingCode;
  readonly leaf?: number;
  readonly detail?: string;
}

/** One tampering: what is done, and what must be found in the database and in an export. */
export interface Tampering {
  readonly name: string;
  readonly tamper: (intruder: Intruder) => Promise<Outside | undefined>;
  readonly live: (made: Installation) => readonly Caught[];
  /** Null: an export does not carry what was changed. */
  readonly exported: ((made: Installation) => readonly Caught[]) | null;
}

type Catch = readonly (FindingCode | readonly [FindingCode, string])[];

/** The leaf that most tamperings are done to: Bertil is entered. It is older than what the witness has kept. */
export function targetOf(made: Installation): number {
  return made.leaves.filter((leaf) => leaf.kind === 'person.registered')[1]?.number ?? -1;
}

/** Its event. */
export function targetId(made: Installation): string {
  return made.leaves[targetOf(made)]?.id ?? '';
}

/** Found the same in both. */
export function both(name: string, codes: Catch, tamper: Tampering['tamper']): Tampering {
  return { name, tamper, live: () => codes.map(caught), exported: () => codes.map(caught) };
}

/** Found in both, at the target's leaf. */
export function atTarget(name: string, codes: Catch, tamper: Tampering['tamper']): Tampering {
  const where = (made: Installation) => codes.map((code) => ({ ...caught(code), leaf: targetOf(made) }));
  return { name, tamper, live: where, exported: where };
}

/** Found in the database only. */
export function liveOnly(name: string, codes: Catch, tamper: Tampering['tamper']): Tampering {
  return { name, tamper, live: () => codes.map(caught), exported: null };
}

function caught(code: Catch[number]): Caught {
  return typeof code === 'string' ? { code } : { code: code[0], detail: code[1] };
}
