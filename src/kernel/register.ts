import type { Action, Stamp } from './action.ts';
import type { Transaction } from './db.ts';
import type { UnitId } from './ids.ts';
import type { Texts } from './texts.ts';
import type { View } from './view.ts';

/** The words the kernel needs of a register: its name, its refusals' sentences and its fields' labels. */
export interface RegisterTexts {
  readonly name: string;
  readonly refusals: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, string>>;
}

/** A slice's face to the server. `src/app.ts` lists them all. */
export interface Register<Actions extends readonly Action[], Views extends readonly View[]> {
  readonly name: string;
  readonly actions: Actions;
  readonly views: Views;
  readonly texts: Texts<RegisterTexts>;
  /**
   * When a unit is merged into another, the register's rows follow. Returns what it touched, `register:id`, for the
   * event. Called in two steps because the event must stand before any row that names it.
   */
  readonly followers?: UnitFollower;
}

/** A register with its inner types forgotten. */
export type AnyRegister = Register<readonly Action[], readonly View[]>;

export interface UnitFollower {
  touched(transaction: Transaction, from: UnitId): Promise<readonly string[]>;
  follow(transaction: Transaction, from: UnitId, to: UnitId, stamp: Stamp): Promise<void>;
}

export function register<const Actions extends readonly Action[], const Views extends readonly View[]>(
  declaration: Register<Actions, Views>,
): Register<Actions, Views> {
  return declaration;
}
