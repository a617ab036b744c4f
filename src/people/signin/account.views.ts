import { Type } from 'typebox';
import { type Actor, scopeOf } from '../../kernel/access.ts';
import { Fields, OneOf, OrNull } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { inviteRefusal } from './invitation.ts';
import { inviterOf } from './invitation.actions.ts';
import { wayInOf } from './invitation.store.ts';
import { accountAccess } from './signin.access.ts';

const Step = Fields({ allowed: Type.Boolean(), because: OrNull(Type.String()) });

/** Somebody's way in, shown to those who let people in: whether she has an account, and what can be done with it. */
export const accountOfPerson = view({
  name: 'account.ofPerson',
  on: 'record',
  past: 'none',
  permission: accountAccess.invite,
  input: Fields({}),
  output: Fields({
    state: OneOf(['none', 'invited', 'active', 'suspended']),
    /** What she signs in with; null without an account. */
    email: OrNull(Type.String()),
    /** The person's address in the register; where she has no account yet, an invitation is for it or for another. */
    inviteEmail: OrNull(Type.String()),
    /** When a link that has not been used stops working; null when there is none. */
    invitedUntil: OrNull(Type.String()),
    may: Fields({ invite: Step, suspend: Step, restore: Step }),
  }),
  told: { shown: (_answer, { id }) => [`person:${id}`] },
  answer: async (db, _input, { id, actor, now, today }) => {
    const way = await wayInOf(db, id, now, today);
    if (way === null) return null;
    const invitedOrNone = way.invitedUntil === null ? ('none' as const) : ('invited' as const);
    const own = id === actor.personId ? 'ownAccount' : null;
    const mayClose = scopeOf(actor, accountAccess.suspend) !== null;
    const change = (isMoot: boolean) => step(mayClose ? (isMoot ? 'nothingChanged' : own) : 'forbidden');
    return {
      state: way.accountState ?? invitedOrNone,
      email: way.email,
      inviteEmail: way.inviteEmail,
      invitedUntil: way.invitedUntil?.toISOString() ?? null,
      may: {
        invite: step(way.here ? inviteRefusal(inviterOf(actor), way) : 'personUnknown'),
        suspend: change(way.accountState !== 'active'),
        restore: change(way.accountState !== 'suspended'),
      },
    };
  },
});

function step(because: string | null) {
  return { allowed: because === null, because };
}

/** Whether somebody may see other people's accounts, so that nobody else is asked to be refused. */
export function seesAccounts(actor: Actor): boolean {
  return scopeOf(actor, accountAccess.invite) !== null;
}
