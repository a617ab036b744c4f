import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../../kernel/action.ts';
import type { Id, PersonId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, IdOf, OneOf } from '../../../kernel/schema.ts';

/** How the binder was taken along: on paper, as a file, or kept in a browser. */
export const copyKinds = ['printed', 'downloaded', 'kept'] as const;
export type CopyKind = (typeof copyKinds)[number];

export const noteInput = Fields({
  /** A file is noted by the action that gives it away. */
  kind: OneOf(['printed', 'kept']),
  versionIds: Type.Array(IdOf<'PlanVersion'>(), { minItems: 1, maxItems: 500, uniqueItems: true }),
});

/** A copy of the binder that somebody took. */
export interface BinderCopy {
  readonly id: Id<'BinderCopy'>;
  readonly kind: CopyKind;
  readonly takenOn: string;
  readonly takenBy: PersonId | null;
  readonly versionIds: readonly string[];
}

export const noteRefusals = ['versionUnknown', 'notedToday'] as const;

/** What a new copy is held against. */
export interface CopyGround {
  /** The versions in force that the person may read. */
  readonly inForce: readonly string[];
  /** Whether she has noted the same kind of copy of the same versions today. */
  readonly notedToday: boolean;
}

/**
 * Notes that the binder was taken along, for the log and for P44. Only what the person could take counts: versions in force
 * that she may read. A browser notes itself at every visit, so once a day is enough.
 */
export function noteCopy(
  input: { readonly kind: CopyKind; readonly versionIds: readonly string[] },
  ground: CopyGround,
  { actor, today, newId }: Circumstances,
): Decision<BinderCopy> | Refusal {
  if (input.versionIds.some((id) => !ground.inForce.includes(id)))
    return refuse('versionUnknown', { field: 'versionIds' });
  if (ground.notedToday) return refuse('notedToday');
  const id = newId<'BinderCopy'>();
  const { kind, versionIds } = input;
  const next = { id, kind, takenOn: today, takenBy: actor.personId, versionIds };
  const changes = [{ field: 'versionIds', from: null, to: versionIds }];
  return { next, event: { kind: `binderCopy.${kind}`, record: id, changes } };
}
