import type { Static, TSchema } from 'typebox';
import type { Permission, Scope, ScopeKeys, Actor } from './access.ts';
import type { Change, Json } from './audit/canonical.ts';
import type { NeedsPurpose } from './audit/tell.ts';
import type { Reader, Transaction } from './db.ts';
import type { EventId, Id } from './ids.ts';
import type { Insight } from './insight.ts';
import type { Refusal } from './refusal.ts';

/** What a decision may lean on besides the record and the input. Nothing else is known to a pure rule. */
export interface Circumstances {
  readonly actor: Actor;
  readonly now: Date;
  /** The day in Europe/Stockholm, `2026-06-15`. */
  readonly today: string;
  readonly newId: <Kind extends string>() => Id<Kind>;
  /** Warnings the person has seen and answered yes to, such as `personnummer`. */
  readonly confirmed: ReadonlySet<string>;
}

/** What happened, as a rule decides it. The kernel adds who, when and the salt. */
export interface EventDraft {
  readonly kind: string;
  readonly record: string | null;
  readonly changes?: readonly Change[];
  readonly data?: Json;
  readonly reason?: string | null;
  /** Records of any register that change with it, `register:id`; the event's own record need not be named. */
  readonly touched?: readonly string[];
  /**
   * Whom or what was shown, `person:id`; the same list stands in the data. An event that has it, empty or not, tells of
   * a look or an attempt: it changed nothing and touches nothing.
   */
  readonly concerns?: readonly string[];
}

/** A rule's yes: what to store, and what to tell the log. */
export interface Decision<Next> {
  readonly next: Next;
  readonly event: EventDraft;
}

/** Which event a stored row must name, and when it happened. Only the kernel can make one. */
export interface Stamp {
  readonly eventId: EventId;
  readonly at: Date;
}

/** What `load` gets to find the record by. `scope` is what the actor may *read*: the rest looks absent. */
export interface LoadRequest<Input> {
  readonly id: string;
  readonly input: Input;
  readonly scope: Scope;
  readonly circumstances: Circumstances;
  readonly insight: Insight;
}

export interface ActionDeclaration<Name extends string, Input extends TSchema, Loaded, Next, Answer, Made> {
  /** `register.verb`: the operationId, the path and the name in the permission matrix. */
  readonly name: Name;
  /** `record` acts on one (the id is in the path, its version in If-Match); `register` on none yet. */
  readonly on: 'record' | 'register';
  readonly permission: Permission;
  /** What the actor must be able to see of the record; absent and out of this scope look the same. */
  readonly readable: Permission;
  readonly input: Input;
  /** The closed list of codes that `decide` may refuse with. Each has a text in both languages. */
  readonly refusals: readonly string[];
  /** Unique or exclusion constraints of the database that are rules: constraint name → refusal code. */
  readonly constraints?: Readonly<Record<string, string>>;
  /**
   * What takes a while, as reading a stranger's file: done once and before the transaction, so that neither a connection nor a lock is
   * held meanwhile. It looks for itself whether the actor may, and `load` looks again; null as in `load`.
   */
  prepare?(db: Reader, request: LoadRequest<Static<Input>>): Promise<Made | Refusal | null>;
  /** Reads, with a lock, all that the rule needs; null when there is no such record within the scope. */
  load(
    transaction: Transaction,
    request: LoadRequest<Static<Input>>,
    made: NoInfer<Made>,
  ): Promise<Loaded | Refusal | null>;
  /** By which keys the right to this action is judged. */
  keys(loaded: NoInfer<Loaded>, input: Static<Input>): ScopeKeys;
  /**
   * Where the input would put the record, when that is elsewhere than now; null when it stays. The same right must reach
   * there too: nobody moves a record, or herself, to where she may do nothing.
   */
  targetKeys?(loaded: NoInfer<Loaded>, input: Static<Input>): ScopeKeys | null;
  /** The version that was loaded, of an action on a record. */
  version?(loaded: NoInfer<Loaded>): number;
  /** What a person is shown when the version has moved. */
  show?(loaded: NoInfer<Loaded>): unknown;
  /** Bytes an input may be, where it is more than a form: a file. Its right is judged before it is read. */
  readonly largestInput?: number;
  /** Codes that leave no trace in the log, not even of which record it was (decision 0008). */
  readonly untold?: readonly string[];
  /** The law wants to know what for: asked for at the door, and part of the event. */
  readonly purpose?: NeedsPurpose<Static<Input>>;
  /** The answer holds a secret (a token, a link): it is given once and never kept for a repeated request. */
  readonly secretAnswer?: true;
  /** Pure. */
  decide(
    loaded: NoInfer<Loaded>,
    input: Static<Input>,
    circumstances: Circumstances,
  ): Decision<Next> | Refusal;
  save(transaction: Transaction, loaded: NoInfer<Loaded>, next: NoInfer<Next>, stamp: Stamp): Promise<Answer>;
}

/** An action with its inner types forgotten: what the kernel's lists hold. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the list is heterogeneous; each entry was checked where it was declared
export type Action = ActionDeclaration<string, TSchema, any, any, any, any>;

/**
 * Declares a change. Every field is obligatory that a change must have: a declaration without permission, input or
 * event does not compile. From it come the route, the OpenAPI entry, the client's types and the refusal tests.
 */
export function action<const Name extends string, Input extends TSchema, Loaded, Next, Answer, Made = never>(
  declaration: ActionDeclaration<Name, Input, Loaded, Next, Answer, Made>,
): ActionDeclaration<Name, Input, Loaded, Next, Answer, Made> {
  return declaration;
}
