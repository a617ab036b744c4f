import { Type } from 'typebox';
import { action, type Circumstances, type Decision } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, Line, SomeOf } from '../../kernel/schema.ts';
import { ownProved } from './account.actions.ts';
import { accountOf } from './account.store.ts';
import { theInstallation } from './installation.ts';
import type { Attempt } from './proof.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { hasSession } from './session.ts';
import { countFailure, Password } from './session.actions.ts';
import { tokenAccess } from './signin.access.ts';
import { type NewToken, revokeToken, saveToken, tokensOf } from './token.store.ts';

/** Every token begins so, for people and for programs that look for secrets in the wrong place. */
export const tokenPrefix = 'varna_';
export const tokenScopes = ['read', 'write'] as const;
export const longestTokenDays = 365;

const tokenFields = {
  name: Line(100),
  scopes: SomeOf(tokenScopes),
  days: Type.Integer({ minimum: 1, maximum: longestTokenDays }),
};
type AskedFor = {
  readonly name: string;
  readonly scopes: readonly (typeof tokenScopes)[number][];
  readonly days: number;
};

/** A token about to be made, and what the log is told of it. */
function newToken(
  personId: PersonId,
  secret: string,
  input: AskedFor,
  circumstances: Circumstances,
  isConsole: boolean,
): Decision<NewToken> | Refusal {
  const { name, scopes, days } = input;
  if (scopes.length === 0) return refuse('scopeMissing', { field: 'scopes' });
  const row = {
    id: circumstances.newId<'AccessToken'>(),
    personId,
    name,
    scopes,
    expiresAt: new Date(circumstances.now.getTime() + days * 86_400_000),
    secretHash: hashSecret(secret),
  };
  const data = { person: personId, scopes, days, console: isConsole };
  return { next: row, event: { kind: 'token.created', record: row.id, data } };
}

async function saveNew(transaction: Transaction, secret: string, row: NewToken, at: Date) {
  await saveToken(transaction, row, at);
  return { id: row.id, token: secret, expiresAt: row.expiresAt.toISOString() };
}

/**
 * A token for a program that acts as its owner. With `write` it may all that she may, without it only look. It is a
 * lasting way in, so the password is asked for; a token makes no tokens. Whoever plays a role in a demonstration has
 * no account, and no password.
 */
export const create = action({
  name: 'token.create',
  on: 'register',
  permission: tokenAccess.own,
  readable: tokenAccess.own,
  input: Fields({ ...tokenFields, password: Type.Optional(Password) }),
  refusals: ['sessionNeeded', 'scopeMissing', 'passwordNeeded'],
  secretAnswer: true,
  load: async (transaction, { input, circumstances }) => {
    const { actor, today } = circumstances;
    if (!hasSession(actor)) return refuse('sessionNeeded');
    if (actor.personId === null) return null;
    const loaded = { personId: actor.personId, secret: newSecret(tokenPrefix) };
    const isPlayed =
      theInstallation().isDemo && (await accountOf(transaction, actor.personId, today)) === null;
    if (isPlayed) return { ...loaded, failed: null };
    if (input.password === undefined) return refuse('passwordNeeded', { field: 'password' });
    const proved = await ownProved(transaction, circumstances, { password: input.password, code: null });
    if (proved === null || isRefusal(proved)) return proved;
    return { ...loaded, failed: proved.proof.ok ? null : proved.attempt };
  },
  keys: ({ personId }) => ({ person: personId }),
  decide: ({ personId, secret, failed }, input, circumstances): Decision<Attempt | NewToken> | Refusal => {
    if (failed === null) return newToken(personId, secret, input, circumstances, false);
    const event = { kind: 'account.proofRefused', record: null, data: { person: personId } };
    return { next: failed, event };
  },
  save: async (transaction, { secret }, next, stamp) =>
    'accountKey' in next
      ? countFailure(transaction, next, 'wrongPassword', stamp.at)
      : saveNew(transaction, secret, next, stamp.at),
});

/**
 * The same at the console, for the person that whoever runs the machine has named. Not a door: `src/cli.ts` is its
 * only user, and the log tells that it was not she.
 */
export const createAtConsole = action({
  name: 'token.createAtConsole',
  on: 'register',
  permission: tokenAccess.console,
  readable: tokenAccess.console,
  input: Fields({ ...tokenFields, personId: IdOf<'Person'>() }),
  refusals: ['scopeMissing'],
  secretAnswer: true,
  load: () => Promise.resolve({ secret: newSecret(tokenPrefix) }),
  keys: () => ({}),
  decide: ({ secret }, { personId, ...input }, circumstances) =>
    newToken(personId, secret, input, circumstances, true),
  save: (transaction, { secret }, row, stamp) => saveNew(transaction, secret, row, stamp.at),
});

export const revoke = action({
  name: 'token.revoke',
  on: 'record',
  permission: tokenAccess.own,
  readable: tokenAccess.own,
  input: Fields({}),
  refusals: [],
  load: async (transaction, { id, circumstances: { actor, now } }) =>
    (await tokensOf(transaction, actor.personId, now)).find((one) => one.id === id) ?? null,
  keys: (token) => ({ person: token.personId }),
  decide: (token) => ({ next: token.id, event: { kind: 'token.revoked', record: token.id } }),
  save: async (transaction, _token, id, stamp) => {
    await revokeToken(transaction, id, stamp.at);
    return { id };
  },
});
