import { Type } from 'typebox';
import { type Actor, covers, type Permission, type ScopeKeys, scopeOf } from '../../kernel/access.ts';
import { Fields, OrNull } from '../../kernel/schema.ts';

/** What a person can do now, and if not, why: `forbidden` or a refusal code of the register. */
export const Step = Fields({ allowed: Type.Boolean(), because: OrNull(Type.String()) });

/** Judges one step: is it hers to do, and does the record allow it? `refusal` is the record's reason against, or null. */
export function step(actor: Actor, permission: Permission, keys: ScopeKeys, refusal: string | null = null) {
  const scope = scopeOf(actor, permission);
  if (scope === null || !covers(scope, keys)) return { allowed: false, because: 'forbidden' };
  return { allowed: refusal === null, because: refusal };
}

/** Judges a step that is on no record yet: anyone who holds a right to it at all. */
export function mayAtAll(actor: Actor, permission: Permission) {
  return scopeOf(actor, permission) === null
    ? { allowed: false, because: 'forbidden' }
    : { allowed: true, because: null };
}
