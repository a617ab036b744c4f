import type { Actor } from '../kernel/access.ts';
import type { Reader } from '../kernel/db.ts';
import type { Office } from '../kernel/offices.ts';
import type { RegisterName } from '../kernel/registers.ts';

/** One thing that waits for somebody, by an office she holds or for herself. */
export interface Waiting {
  readonly register: RegisterName;
  readonly recordId: string;
  readonly recordName: string;
  /** The operationId that settles it. */
  readonly action: string;
  /** Null when it is hers by name. */
  readonly office: Office | null;
  /** The days since when it has waited, and by which it should be done; null when no clock is running. */
  readonly since: string;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  /** A clock of the law runs, or the report from which one may. It stands before all else, however long that has waited. */
  readonly comesFirst?: true;
  /** The instant by which it should be done (ISO 8601), where an hour counts. */
  readonly dueAt?: string;
  /** What it is about, in the asker's language, where the record's name does not say. */
  readonly about?: string;
  /** What the log is told that she was shown. */
  readonly concerns: readonly string[];
}

/** What waits for a person in one register at that instant and day, besides what clauses find. */
export type FindWaiting = (db: Reader, actor: Actor, today: string, now: Date) => Promise<readonly Waiting[]>;
