import { Type } from 'typebox';
import { action } from '../../kernel/action.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Fields, Line, SomeOf } from '../../kernel/schema.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { hasSession } from './session.ts';
import { tokenAccess } from './signin.access.ts';
import { revokeToken, saveToken, tokensOf } from './token.store.ts';

/** Every token begins so, for people and for programs that look for secrets in the wrong place. */
export const tokenPrefix = 'varna_';
export const tokenScopes = ['read', 'write'] as const;
export const longestTokenDays = 365;

const tokenInput = Fields({
  name: Line(100),
  scopes: SomeOf(tokenScopes),
  days: Type.Integer({ minimum: 1, maximum: longestTokenDays }),
});

/**
 * A token for a program that acts as its owner. With `write` it may all that she may, without it only look. It can be
 * made in a session or at the console; a token makes no tokens.
 */
export const create = action({
  name: 'token.create',
  on: 'register',
  permission: tokenAccess.own,
  readable: tokenAccess.own,
  input: tokenInput,
  refusals: ['sessionNeeded', 'scopeMissing'],
  secretAnswer: true,
  load: (_transaction, { circumstances: { actor } }) => {
    if (!hasSession(actor) && actor.credentialId !== 'console')
      return Promise.resolve(refuse('sessionNeeded'));
    return Promise.resolve(
      actor.personId === null ? null : { personId: actor.personId, secret: newSecret(tokenPrefix) },
    );
  },
  keys: ({ personId }) => ({ person: personId }),
  decide: ({ personId, secret }, input, circumstances) => {
    if (input.scopes.length === 0) return refuse('scopeMissing', { field: 'scopes' });
    const row = {
      id: circumstances.newId<'AccessToken'>(),
      personId,
      name: input.name,
      scopes: input.scopes,
      expiresAt: new Date(circumstances.now.getTime() + input.days * 86_400_000),
      secretHash: hashSecret(secret),
    };
    const data = {
      person: personId,
      scopes: input.scopes,
      days: input.days,
      console: circumstances.actor.credentialId === 'console',
    };
    return { next: row, event: { kind: 'token.created', record: row.id, data } };
  },
  save: async (transaction, { secret }, row, stamp) => {
    await saveToken(transaction, row, stamp.at);
    return { id: row.id, token: secret, expiresAt: row.expiresAt.toISOString() };
  },
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
