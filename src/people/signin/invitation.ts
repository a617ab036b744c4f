import type { PersonId } from '../../kernel/ids.ts';

/** Days an invitation can be used. */
export const invitationDays = 14;

/** Whoever makes an invitation. The console may everything: who runs it runs the machine. */
export interface Inviter {
  readonly isConsole: boolean;
  readonly isAdministrator: boolean;
  readonly personId: PersonId | null;
}

/** Somebody to invite, as far as it decides who may. `accountState` is null without an account. */
export interface Invited {
  readonly personId: PersonId;
  readonly accountState: 'active' | 'suspended' | null;
  /** Holds the office of administrator that day, or will. */
  readonly isAdministrator: boolean;
}

/**
 * Why this one may not invite that one; null when she may. Whoever has the link becomes the one invited: so only an
 * administrator renews an account, only another one lets an administrator in, and nobody renews her own, since that
 * would be a new password without the old.
 */
export function inviteRefusal(inviter: Inviter, invited: Invited): string | null {
  const hasAccount = invited.accountState !== null;
  if (!inviter.isConsole) {
    if ((hasAccount || invited.isAdministrator) && !inviter.isAdministrator) return 'forbidden';
    if (hasAccount && inviter.personId === invited.personId) return 'ownInvitation';
  }
  return invited.accountState === 'suspended' ? 'accountSuspended' : null;
}
