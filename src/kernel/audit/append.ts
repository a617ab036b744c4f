import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../access.ts';
import type { EventDraft, Stamp } from '../action.ts';
import type { Transaction } from '../db.ts';
import { newId } from '../ids.ts';
import { leafHash, leafText } from './leaf.ts';

/** An attempt at what the actor has no right to. */
export const refusedKind = 'access.refused';

/**
 * Tells the log what is about to be stored, in the same transaction: the rows that follow must name this event, or
 * the database refuses them. Commit makes both true, or neither.
 */
export async function appendEvent(
  transaction: Transaction,
  actor: Actor,
  register: string,
  draft: EventDraft,
  at: Date,
): Promise<Stamp> {
  const eventId = newId<'Event'>(at.getTime());
  // What was only looked at or tried changed nothing.
  const isChange = draft.record !== null && draft.concerns === undefined;
  const own = isChange ? [`${register}:${draft.record}`] : [];
  const touched = [...new Set([...own, ...(draft.touched ?? [])])];
  const salt = randomBytes(16).toString('base64url');
  const text = leafText({
    v: 1,
    id: eventId,
    at: at.toISOString(),
    kind: draft.kind,
    actor: { kind: actor.kind, person: actor.personId },
    register,
    record: draft.record,
    touched,
    changes: draft.changes ?? [],
    data: draft.data ?? null,
    reason: draft.reason ?? null,
    salt,
  });
  await sql`insert into audit_event
      (id, occurred_at, kind, actor_kind, actor_person, register, record_id, touched, concerns, salt, leaf, leaf_hash)
    values (${eventId}, ${at}, ${draft.kind}, ${actor.kind}, ${actor.personId}, ${register}, ${draft.record},
            ${touched}, ${draft.concerns ?? []}, ${salt}, ${text}, ${leafHash(text)})`.execute(transaction);
  return { eventId, at };
}
