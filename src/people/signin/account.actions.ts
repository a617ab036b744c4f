import { Type } from 'typebox';
import { endFeedOf } from '../../calendar/calendar-feed.store.ts';
import { action, type Circumstances } from '../../kernel/action.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, OneOf } from '../../kernel/schema.ts';
import { endDevicesOf } from '../../push/push-device.store.ts';
import { municipalityName } from '../../settings/setting.store.ts';
import { type Account, lockAccount, saveLanguage, savePassword, saveState } from './account.store.ts';
import { replaceInvitations } from './invitation.store.ts';
import { longestPassword, passwordFault, shortestPassword } from './password.ts';
import { hashPassword } from './password-hash.ts';
import { attemptAt, prove, waitRefusal } from './proof.ts';
import { addressOf, sessionIdOf } from './session.ts';
import { countFailure, Password } from './session.actions.ts';
import { endSessionsOf } from './session.store.ts';
import { accountAccess } from './signin.access.ts';
import { revokeTokensOf, tokensOf } from './token.store.ts';

export const NewPassword = Type.String({ minLength: shortestPassword, maxLength: longestPassword });
export const Secret = Type.String({ minLength: 43, maxLength: 60, pattern: '^[A-Za-z0-9_-]+$' });

export const passwordRefusals = ['passwordCommon', 'passwordMonotonous', 'passwordLikeYou'];

/** A refusal when the password is too easy to guess for somebody with these names. */
export function refuseEasy(password: string, known: readonly string[], field: string): Refusal | null {
  const fault = passwordFault(password, known);
  return fault === null ? null : refuse(fault, { field });
}

/** Somebody's own account, with what she brought to prove that it is she; a refusal when she must wait. */
export async function ownProved(
  transaction: Parameters<typeof lockAccount>[0],
  circumstances: Circumstances,
  brought: { readonly password: string; readonly code: string | null },
) {
  const { actor, now, today } = circumstances;
  const account = await lockAccount(transaction, actor.personId, today);
  if (account === null) return null;
  const attempt = attemptAt(`own:${account.personId}`, addressOf(actor));
  const wait = await waitRefusal(transaction, attempt, now);
  if (wait !== null) return wait;
  const proof = await prove(transaction, { ...account, totpConfirmedAt: null }, brought, now);
  return isRefusal(proof) ? proof : { account, attempt, proof };
}

export const changePassword = action({
  name: 'account.changePassword',
  on: 'register',
  permission: accountAccess.own,
  readable: accountAccess.own,
  input: Fields({ password: Password, newPassword: NewPassword }),
  refusals: passwordRefusals,
  secretAnswer: true,
  load: async (transaction, { input, circumstances }) => {
    const proved = await ownProved(transaction, circumstances, { password: input.password, code: null });
    if (proved === null || isRefusal(proved)) return proved;
    if (!proved.proof.ok) return { ...proved, newHash: null, tokens: [] };
    const { account } = proved;
    const known = [account.email, account.name, await municipalityName(transaction)];
    const easy = refuseEasy(input.newPassword, known, 'newPassword');
    if (easy !== null) return easy;
    const tokens = await tokensOf(transaction, account.personId, circumstances.now);
    return { ...proved, tokens, newHash: await hashPassword(input.newPassword) };
  },
  keys: ({ account }) => ({ person: account.personId }),
  decide: ({ account, proof, newHash, tokens }, _input, { actor }) => {
    const record = account.personId;
    const event = proof.ok
      ? { kind: 'account.passwordChanged', record, ...revoked(tokens) }
      : { kind: 'account.proofRefused', record };
    return { next: { newHash, keep: sessionIdOf(actor) }, event };
  },
  save: async (transaction, { account, attempt }, { newHash, keep }, stamp) => {
    if (newHash === null) return countFailure(transaction, attempt, 'wrongPassword', stamp.at);
    await savePassword(transaction, account.personId, newHash, stamp.at);
    await endSessionsOf(transaction, account.personId, keep, stamp.at);
    // Whoever knew the old password may have made herself a way in that needs none.
    await revokeTokensOf(transaction, account.personId, stamp.at);
    await endFeedOf(transaction, account.personId, stamp.at);
    return { done: true };
  },
});

export const chooseLanguage = action({
  name: 'account.chooseLanguage',
  on: 'register',
  permission: accountAccess.own,
  readable: accountAccess.own,
  input: Fields({ language: OneOf(['sv', 'en']) }),
  refusals: [],
  load: (transaction, { circumstances }) =>
    lockAccount(transaction, circumstances.actor.personId, circumstances.today),
  keys: (account) => ({ person: account.personId }),
  decide: (account, { language }) => ({
    next: language,
    event: {
      kind: 'account.languageChosen',
      record: account.personId,
      changes: [{ field: 'language', from: account.language, to: language }],
    },
  }),
  save: async (transaction, account, language) => {
    await saveLanguage(transaction, account.personId, language);
    return { done: true };
  },
});

/**
 * Closes or opens somebody's way in. Her appointments stay as they are. Closing ends her sessions, tokens and links for
 * good: what somebody else may hold of them does not work again when the account is opened.
 */
function stateAction<const Name extends string>(name: Name, to: Account['state'], kind: string) {
  return action({
    name,
    on: 'record',
    permission: accountAccess.suspend,
    readable: accountAccess.read,
    input: Fields({}),
    refusals: ['nothingChanged', 'ownAccount'],
    load: async (transaction, { id, circumstances: { now, today } }) => {
      const account = await lockAccount(transaction, id, today);
      if (account === null) return null;
      const tokens = to === 'suspended' ? await tokensOf(transaction, account.personId, now) : [];
      return { account, tokens };
    },
    keys: () => ({}),
    decide: ({ account, tokens }, _input, { actor }) => {
      if (account.state === to) return refuse('nothingChanged');
      if (account.personId === actor.personId) return refuse('ownAccount');
      const next: PersonId = account.personId;
      const changes = [{ field: 'state', from: account.state, to }];
      return { next, event: { kind, record: next, changes, ...(to === 'suspended' ? revoked(tokens) : {}) } };
    },
    save: async (transaction, _loaded, personId, stamp) => {
      await saveState(transaction, personId, to);
      if (to === 'suspended') {
        await endSessionsOf(transaction, personId, null, stamp.at);
        await revokeTokensOf(transaction, personId, stamp.at);
        await endFeedOf(transaction, personId, stamp.at);
        await endDevicesOf(transaction, personId, stamp.at);
        await replaceInvitations(transaction, personId, stamp.at);
      }
      return { id: personId };
    },
  });
}

/** How an event tells of the tokens that end with it. */
export function revoked(tokens: readonly { readonly id: string }[]) {
  const ids = tokens.map((token) => token.id);
  return { data: { revokedTokens: ids }, touched: ids.map((id) => `token:${id}`) };
}

export const suspend = stateAction('account.suspend', 'suspended', 'account.suspended');
export const restore = stateAction('account.restore', 'active', 'account.restored');
