import type { Stamp } from '../../../kernel/action.ts';
import type { Transaction } from '../../../kernel/db.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { UnitFollower } from '../../../kernel/register.ts';

/** Rows that end with the units they are for. In two steps, because the event must stand before rows that name it. */
export interface EndingWithUnits {
  touched(transaction: Transaction, units: readonly string[], lastDay: string): Promise<readonly string[]>;
  end(transaction: Transaction, units: readonly string[], lastDay: string, stamp: Stamp): Promise<void>;
}

/**
 * Other slices' rows that hang on units. Handed in where the server is put together (src/app.ts), so that this slice
 * imports none of them and they may import its core.
 */
export interface UnitFollowers {
  /** Rows that go to the unit's successor: information, systems, people, rules of who owns. */
  readonly moving: readonly UnitFollower[];
  /** Appointments. Who manages what comes after is a new decision. */
  readonly ending: readonly EndingWithUnits[];
}

/** The followers of the registers that have any. */
export function followersOf(
  registers: readonly { readonly followers?: UnitFollower }[],
): readonly UnitFollower[] {
  return registers.flatMap((one) => one.followers ?? []);
}

/** What hangs on units that are to end, as `register:id`. */
export interface Attached {
  /** By unit: what must have somewhere to go. */
  readonly moving: ReadonlyMap<UnitId, readonly string[]>;
  readonly ending: readonly string[];
}

/** Asks for, and locks, what hangs on units whose last day is `lastDay`. */
export async function attachedTo(
  transaction: Transaction,
  followers: UnitFollowers,
  units: readonly UnitId[],
  lastDay: string,
): Promise<Attached> {
  const moving = new Map<UnitId, readonly string[]>();
  for (const unit of units) {
    const touched: string[] = [];
    for (const one of followers.moving) touched.push(...(await one.touched(transaction, unit)));
    moving.set(unit, touched);
  }
  const ending: string[] = [];
  for (const one of followers.ending) ending.push(...(await one.touched(transaction, units, lastDay)));
  return { moving, ending };
}

/** A unit that has been ended, and the one that takes over its rows; null when there are none. */
interface Ended {
  readonly unit: { readonly id: UnitId };
  readonly to: { readonly id: UnitId } | null;
}

/** Lets everything follow. Called after the units themselves are stored, so that what is pointed at is there. */
export async function followAll(
  transaction: Transaction,
  followers: UnitFollowers,
  ended: readonly Ended[],
  lastDay: string,
  stamp: Stamp,
): Promise<void> {
  for (const { unit, to } of ended) {
    if (to === null) continue;
    for (const one of followers.moving) await one.follow(transaction, unit.id, to.id, stamp);
  }
  const units = ended.map(({ unit }) => unit.id);
  for (const one of followers.ending) await one.end(transaction, units, lastDay, stamp);
}
