import type { Static, TSchema } from 'typebox';
import type { Actor, Permission, Scope } from './access.ts';
import type { NeedsPurpose } from './audit/tell.ts';
import type { Reader } from './db.ts';
import type { Insight } from './insight.ts';
import type { Refusal } from './refusal.ts';

/** What a question knows besides its input. */
export interface Asking {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly now: Date;
  readonly today: string;
  /** The record asked for, when the view is of one. */
  readonly id: string;
  readonly insight: Insight;
  /** How many rows a page of a list holds. */
  readonly size: number;
  /** The past instant asked about; null for now. Then `now`, `today`, `insight` and the database are of that instant too. */
  readonly asOf: Date | null;
}

/**
 * What the log is told of an answer: nothing, and why; or the records and persons that were `shown` and that not
 * everyone should see unnoticed, `person:uuid`, `information:uuid`. The asker herself may be among them: the kernel
 * leaves her out. A search is told besides, whatever stands here.
 */
export type Told<Answer> =
  | { readonly nothing: string }
  | { shown(answer: Answer, asking: Asking): readonly string[] };

/**
 * How a view answers `asOf`: without a word, by what the registers held then; `itself`, where it reads the past in a way
 * of its own and `now` stays now; `none`, where only now makes sense.
 */
export type PastAnswer = 'itself' | 'none';

export interface ViewDeclaration<Name extends string, Input extends TSchema, Output extends TSchema> {
  /** `register.list`, `register.record` or `register.something`: operationId and path. */
  readonly name: Name;
  readonly on: 'record' | 'register';
  /** A path of its own below the API's root, such as `/clauses/:number/findings`; its parts join the input. */
  readonly path?: string;
  readonly permission: Permission;
  readonly input: Input;
  readonly output: Output;
  readonly told: Told<Static<Output>>;
  /** The law wants to know what for: asked for at the door, and part of the event. */
  readonly purpose?: NeedsPurpose<Static<Input>>;
  /** How many a search found, where the answer has neither `total` nor `items`. */
  hits?(answer: Static<Output>): number;
  readonly past?: PastAnswer;
  answer(db: Reader, input: Static<Input>, asking: Asking): Promise<Static<Output> | Refusal | null>;
}

/** A view with its inner types forgotten: what the kernel's lists hold. */
export type View = Omit<ViewDeclaration<string, TSchema, TSchema>, 'answer'> & {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each entry was checked where it was declared
  answer(db: Reader, input: any, asking: Asking): Promise<unknown>;
};

/** Declares a question. Its answer holds only what lies within `asking.scope`. */
export function view<const Name extends string, Input extends TSchema, Output extends TSchema>(
  declaration: ViewDeclaration<Name, Input, Output>,
): ViewDeclaration<Name, Input, Output> {
  return declaration;
}
