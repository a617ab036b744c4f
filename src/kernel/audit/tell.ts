import type { Actor } from '../access.ts';
import type { Action } from '../action.ts';
import { parse } from '../parse.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { Purpose } from '../schema.ts';
import type { Asking, View } from '../view.ts';
import type { Json } from './canonical.ts';

/** What was tried: an action, a view, or a door that is neither. */
export type Tried =
  | Action
  | View
  | { readonly name: string; readonly permission: { readonly register: string } };

/**
 * Tells the log of what changed nothing. That all of it is told is the kernel's; what is told of it, and what is counted
 * first so that a loop cannot fill the log, is the implementation's (src/audit/teller.ts).
 */
export interface Teller {
  /** An answer is about to leave. What it showed is in the log, committed, when this returns. */
  seen(view: View, input: Json, asking: Asking, answer: unknown, purpose: string | null): Promise<void>;
  /** Answers with the refusal, told or counted. */
  refused(actor: Actor, tried: Tried, id: string | null, refusal: Refusal): Promise<Refusal>;
}

/** A purpose is asked for always, or when the input is of a certain kind. */
export type NeedsPurpose<Input> = 'required' | { when(input: Input): boolean };

/** The purpose, which becomes the event's reason; null when none is asked for, a refusal when it is and says nothing. */
export function purposeOf(
  needs: NeedsPurpose<unknown> | undefined,
  input: unknown,
  given: string | undefined,
): string | null | Refusal {
  if (needs === undefined || (needs !== 'required' && !needs.when(input))) return null;
  return given !== undefined && parse(Purpose, { given }, new Set()) === null
    ? given
    : refuse('purposeMissing');
}
