import type { Actor } from '../kernel/access.ts';
import type { Reader } from '../kernel/db.ts';
import type { RegisterName } from '../kernel/registers.ts';
import type { FindWaiting } from '../start/waiting.ts';

/** A day by which something in a register is somebody's to do, by an office she holds or for herself. */
export interface DueDay {
  readonly kind: 'day';
  readonly register: RegisterName;
  readonly recordId: string;
  readonly recordName: string;
  /** The operationId that settles it. With the record it is one due day, which may move. */
  readonly action: string;
  /** The Swedish day, `2026-06-15`. */
  readonly on: string;
  /** What the log would be told if the name were shown; such a name never leaves for a calendar. */
  readonly concerns: readonly string[];
}

/** A clock of the law that runs. */
export interface DueClock {
  readonly kind: 'clock';
  /** The same for as long as it is the same clock, also when it begins anew. */
  readonly key: string;
  readonly caseId: string;
  /** The case's number and what is to be done, in the asker's language; null where nothing may be told of it. */
  readonly words: string | null;
  readonly startsAt: Date;
  /** Null where the law says ”at once”. */
  readonly dueAt: Date | null;
}

export type Due = DueDay | DueClock;

/** What is due of a person's in one register, as far ahead as is known. */
export type FindDue = (
  db: Reader,
  actor: Actor,
  at: { readonly today: string; readonly now: Date },
) => Promise<readonly Due[]>;

/** The due days of what a register shows in Att göra, where that holds all that have one. */
export function dueOf(find: FindWaiting): FindDue {
  return async (db, actor, { today, now }) =>
    (await find(db, actor, today, now)).flatMap(
      ({ register, recordId, recordName, action, dueOn, concerns }) =>
        dueOn === null ? [] : [{ kind: 'day', register, recordId, recordName, action, on: dueOn, concerns }],
    );
}
