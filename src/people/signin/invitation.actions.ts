import { Type } from 'typebox';
import type { Actor } from '../../kernel/access.ts';
import { endFeedOf } from '../../calendar/calendar-feed.store.ts';
import { action, type Decision } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, OrNull } from '../../kernel/schema.ts';
import { removeAllOf } from '../../push/gone.ts';
import { municipalityName } from '../../settings/setting.store.ts';
import { NewPassword, passwordRefusals, refuseEasy, revoked, Secret } from './account.actions.ts';
import { type Account, lockAccount, normalEmail, saveNewAccount } from './account.store.ts';
import { beginSession, carried } from './begin.ts';
import { theInstallation } from './installation.ts';
import { invitationDays, type Inviter, inviteRefusal } from './invitation.ts';
import {
  type Invitation,
  lockInvitation,
  lockInvitee,
  markInvitationUsed,
  saveInvitation,
} from './invitation.store.ts';
import { passkeysOf, removePasskeysOf } from './passkey.store.ts';
import { hashPassword } from './password-hash.ts';
import { attemptAt, proveCode, type Proof, waitRefusal } from './proof.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { addressOf } from './session.ts';
import { CodeInput, countFailure, Device, EmailInput, noteStep, type Opening } from './session.actions.ts';
import { endSessionsOf, saveSession } from './session.store.ts';
import { accountAccess } from './signin.access.ts';
import { revokeTokensOf, tokensOf } from './token.store.ts';

/** What of an actor decides whom she may invite. Nobody but the console is the system at this door. */
export function inviterOf(actor: Actor): Inviter {
  return {
    isConsole: actor.kind === 'system',
    isAdministrator: actor.held.some((held) => held.office === 'administrator'),
    personId: actor.personId,
  };
}

export const invite = action({
  name: 'account.invite',
  on: 'register',
  permission: accountAccess.invite,
  readable: accountAccess.invite,
  input: Fields({ personId: IdOf<'Person'>(), email: OrNull(EmailInput) }),
  refusals: ['personUnknown', 'emailMissing', 'emailFixed', 'ownInvitation', 'accountSuspended'],
  secretAnswer: true,
  load: async (transaction, { input, circumstances }) => {
    const invitee = await lockInvitee(transaction, input.personId, circumstances.today);
    if (invitee === null) return refuse('personUnknown', { field: 'personId' });
    const email = input.email ?? invitee.accountEmail ?? invitee.email;
    return email === null
      ? refuse('emailMissing', { field: 'email' })
      : { invitee, email: normalEmail(email), secret: newSecret() };
  },
  keys: () => ({}),
  decide: ({ invitee, email }, _input, circumstances) => {
    const inviter = inviterOf(circumstances.actor);
    const refused = inviteRefusal(inviter, invitee);
    if (refused !== null) return refuse(refused);
    const changes = emailChange(invitee.accountEmail, email);
    if (changes.length > 0 && !inviter.isConsole) return refuse('emailFixed', { field: 'email' });
    const id = circumstances.newId<'Invitation'>();
    const expiresAt = new Date(circumstances.now.getTime() + invitationDays * 86_400_000);
    const data = { invitation: id, renewed: invitee.accountState !== null };
    return {
      next: { id, email, expiresAt, createdBy: circumstances.actor.personId },
      event: { kind: 'account.invited', record: invitee.personId, changes, data },
    };
  },
  save: async (transaction, { invitee, secret }, next, stamp) => {
    const row = { ...next, secretHash: hashSecret(secret), personId: invitee.personId };
    await saveInvitation(transaction, row, stamp.at);
    // After the hash: it is never sent to a server, nor written in a log on the way.
    const link = `${theInstallation().publicUrl}/inbjudan#${next.id}.${secret}`;
    return { id: next.id, link, expiresAt: next.expiresAt.toISOString() };
  },
});

/** What the log is told when an account gets another sign-in name than it had. */
function emailChange(from: string | null, to: string) {
  return from === null || from === to ? [] : [{ field: 'email', from, to }];
}

export const accept = action({
  name: 'account.accept',
  on: 'register',
  permission: accountAccess.accept,
  readable: accountAccess.accept,
  input: Fields({ secret: Secret, password: NewPassword, code: Type.Optional(CodeInput), device: Device }),
  refusals: [
    'invitationUnknown',
    'invitationUsed',
    'invitationExpired',
    'accountSuspended',
    ...passwordRefusals,
  ],
  constraints: { account_email: 'emailTaken' },
  secretAnswer: true,
  load: async (transaction, { input, circumstances }) => {
    const { now, today } = circumstances;
    const invitation = await lockInvitation(transaction, hashSecret(input.secret), today);
    if (invitation === null) return refuse('invitationUnknown');
    const account = await lockAccount(transaction, invitation.personId, today);
    const refusal = linkRefusal(invitation, account, now);
    if (refusal !== null) return refusal;
    const known = [invitation.email, invitation.name, await municipalityName(transaction)];
    const easy = refuseEasy(input.password, known, 'password');
    if (easy !== null) return easy;
    const attempt = attemptAt(`own:${invitation.personId}`, addressOf(circumstances.actor));
    const proof = await codeOf(transaction, { invitation, account, attempt }, input.code, now);
    if (isRefusal(proof)) return proof;
    const tokens = await tokensOf(transaction, invitation.personId, now);
    const passkeys = await passkeysOf(transaction, invitation.personId);
    const passwordHash = await hashPassword(input.password);
    return { invitation, account, attempt, proof, passwordHash, tokens, passkeys };
  },
  keys: () => ({}),
  decide: ({ invitation, account, proof, tokens, passkeys }, input, circumstances): Decision<Opening> => {
    const record = invitation.personId;
    if (!proof.ok) {
      const data = { invitation: invitation.id, reason: proof.failed };
      return { next: { failed: proof.failed }, event: { kind: 'account.proofRefused', record, data } };
    }
    const session = beginSession(record, 'invitation', input.device ?? '', circumstances);
    const { data: ended, touched } = revoked(tokens);
    const removedPasskeys = passkeys.map((passkey) => passkey.id);
    const data = { invitation: invitation.id, session: session.row.id, ...ended, removedPasskeys };
    const changes = emailChange(account?.email ?? null, invitation.email);
    return { next: { session }, event: { kind: 'account.accepted', record, changes, data, touched } };
  },
  save: async (transaction, { invitation, account, attempt, proof, passwordHash }, next, stamp) => {
    if ('failed' in next) return countFailure(transaction, attempt, next.failed, stamp.at);
    const { personId, email } = invitation;
    await saveNewAccount(transaction, { personId, email, passwordHash, language: null }, stamp.at);
    if (account !== null) await noteStep(transaction, account, proof);
    await markInvitationUsed(transaction, invitation.id, stamp.at);
    // Whoever chose a new password through a link may have lost the old one to somebody, who made ways in with it.
    await endSessionsOf(transaction, personId, null, stamp.at);
    await revokeTokensOf(transaction, personId, stamp.at);
    await endFeedOf(transaction, personId, stamp.at);
    await removeAllOf(transaction, personId, stamp.at);
    await removePasskeysOf(transaction, personId, stamp.at);
    await saveSession(transaction, next.session.row, next.session.replaces, stamp.at);
    return { signedIn: true, beginSession: carried(next.session) };
  },
});

/** Why a link does not open, or no longer. */
function linkRefusal(invitation: Invitation, account: Account | null, now: Date): Refusal | null {
  if (invitation.replacedAt !== null || !invitation.here) return refuse('invitationUnknown');
  if (invitation.usedAt !== null) return refuse('invitationUsed');
  if (invitation.expiresAt <= now) return refuse('invitationExpired');
  if (!invitation.mayAdmit) return refuse('invitationUnknown');
  return account?.state === 'suspended' ? refuse('accountSuspended') : null;
}

type Opened = {
  readonly invitation: Invitation;
  readonly account: Account | null;
  readonly attempt: Parameters<typeof waitRefusal>[1];
};

/**
 * Where the account asks for codes, the link alone does not open it: somebody else may have read it. A link made at
 * the console does, since that is the way in for whoever has lost both the telephone and the paper.
 */
async function codeOf(
  transaction: Transaction,
  { invitation, account, attempt }: Opened,
  code: string | undefined,
  now: Date,
): Promise<Proof | Refusal> {
  const isAsked = account !== null && account.totpConfirmedAt !== null && !invitation.isFromConsole;
  if (!isAsked) return { ok: true, usedStep: null, usedRecoveryCode: false };
  const wait = await waitRefusal(transaction, attempt, now);
  if (wait !== null) return wait;
  return code === undefined
    ? { ok: false, failed: 'codeNeeded' }
    : proveCode(transaction, account, code, now);
}
