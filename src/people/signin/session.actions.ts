import { Type } from 'typebox';
import { action, type Decision } from '../../kernel/action.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf } from '../../kernel/schema.ts';
import { endDeviceHere } from '../../push/push-device.store.ts';
import { accountByEmail, accountOf, normalEmail, saveTotp } from './account.store.ts';
import { type BegunSession, beginSession, carried } from './begin.ts';
import { findDemoPerson } from './demo.store.ts';
import { theInstallation } from './installation.ts';
import { assertionSchema, verifyPasskey } from './passkey.ts';
import { passkeyById, savePasskeyUse } from './passkey.store.ts';
import { longestPassword } from './password.ts';
import { type Attempt, attemptAt, type Proof, prove, waitRefusal } from './proof.ts';
import { addressOf, sessionIdOf } from './session.ts';
import {
  endSession,
  endSessionsOf,
  forgetFailures,
  isOwnSession,
  saveFailure,
  saveSession,
} from './session.store.ts';
import { sessionAccess } from './signin.access.ts';

/** A secret that is typed: never free text, so that it is not looked through for personnummer, nor trimmed. */
export const Password = Type.String({ minLength: 1, maxLength: longestPassword });
export const EmailInput = Type.String({
  minLength: 3,
  maxLength: 254,
  pattern: '^[^\\u0000-\\u001F\\s]+@[^\\u0000-\\u001F\\s]+$',
});
export const CodeInput = Type.String({ minLength: 1, maxLength: 40 });
/** What the browser calls itself, so that the list of sessions can be recognised. */
export const Device = Type.Optional(Type.String({ maxLength: 120, pattern: '^[^\\u0000-\\u001F\\u007F]*$' }));

export type Opening = { readonly session: BegunSession } | { readonly failed: string };

export const open = action({
  name: 'session.open',
  on: 'register',
  permission: sessionAccess.open,
  readable: sessionAccess.open,
  input: Fields({ email: EmailInput, password: Password, code: Type.Optional(CodeInput), device: Device }),
  refusals: [],
  secretAnswer: true,
  load: async (transaction, { input, circumstances }) => {
    const { actor, now, today } = circumstances;
    const attempt = attemptAt(normalEmail(input.email), addressOf(actor));
    const wait = await waitRefusal(transaction, attempt, now);
    if (wait !== null) return wait;
    const account = await accountByEmail(transaction, input.email, today);
    const proof = await prove(
      transaction,
      account,
      { password: input.password, code: input.code ?? null },
      now,
    );
    if (isRefusal(proof)) return proof;
    return { attempt, account, proof };
  },
  keys: () => ({}),
  decide: ({ account, proof }, input, circumstances): Decision<Opening> => {
    if (!proof.ok || account === null) {
      // What was typed is not told: it may be a password typed in the wrong field.
      const data = {
        person: account?.personId ?? null,
        reason: proof.ok ? 'wrongCredentials' : proof.failed,
      };
      return { next: { failed: data.reason }, event: { kind: 'session.refused', record: null, data } };
    }
    const session = beginSession(account.personId, 'password', input.device ?? '', circumstances);
    const data = { person: account.personId, method: 'password', recoveryCode: proof.usedRecoveryCode };
    return { next: { session }, event: { kind: 'session.opened', record: session.row.id, data } };
  },
  save: async (transaction, { attempt, account, proof }, next, stamp) => {
    if ('failed' in next) return countFailure(transaction, attempt, next.failed, stamp.at);
    if (account !== null) await noteStep(transaction, account, proof);
    await forgetFailures(transaction, attempt.accountKey, attempt.address);
    await saveSession(transaction, next.session.row, next.session.replaces, stamp.at);
    return { signedIn: true, beginSession: carried(next.session) };
  },
});

type OpenTransaction = Parameters<typeof saveFailure>[0];

/** Counts a failure; what is answered becomes a problem at the door (session-cookie.ts). */
export async function countFailure(transaction: OpenTransaction, attempt: Attempt, failed: string, at: Date) {
  await saveFailure(transaction, attempt.accountKey, attempt.address, at);
  return { signedIn: false, failed };
}

/** A one-time code works once: its step is written down. */
export async function noteStep(
  transaction: OpenTransaction,
  account: {
    personId: Parameters<typeof saveTotp>[1];
    totpSecret: Buffer | null;
    totpConfirmedAt: Date | null;
  },
  proof: Proof,
): Promise<void> {
  if (!proof.ok || proof.usedStep === null) return;
  const { personId, totpSecret: secret, totpConfirmedAt: confirmedAt } = account;
  await saveTotp(transaction, personId, { secret, confirmedAt, lastStep: proof.usedStep });
}

export const openWithPasskey = action({
  name: 'session.openWithPasskey',
  on: 'register',
  permission: sessionAccess.open,
  readable: sessionAccess.open,
  input: Fields({ assertion: assertionSchema, device: Device }),
  refusals: [],
  secretAnswer: true,
  load: async (transaction, { input, circumstances }) => {
    const { actor, now, today } = circumstances;
    const attempt = attemptAt(`passkey:${input.assertion.id}`, addressOf(actor));
    const wait = await waitRefusal(transaction, attempt, now);
    if (wait !== null) return wait;
    const passkey = await passkeyById(transaction, input.assertion.id);
    const account = passkey === null ? null : await accountOf(transaction, passkey.personId, today);
    const isUsable = account !== null && account.state === 'active' && account.here;
    const use = passkey === null ? null : await verifyPasskey(transaction, input.assertion, passkey, now);
    return { attempt, passkey, account: isUsable ? account : null, use };
  },
  keys: () => ({}),
  decide: ({ passkey, account, use }, input, circumstances): Decision<Opening> => {
    if (passkey === null || account === null || use === null) {
      const data = { person: passkey?.personId ?? null, reason: 'passkeyRefused' };
      return { next: { failed: 'passkeyRefused' }, event: { kind: 'session.refused', record: null, data } };
    }
    const session = beginSession(account.personId, 'passkey', input.device ?? '', circumstances);
    const data = { person: account.personId, method: 'passkey', passkey: passkey.id };
    return { next: { session }, event: { kind: 'session.opened', record: session.row.id, data } };
  },
  save: async (transaction, { attempt, passkey, use }, next, stamp) => {
    if ('failed' in next) return countFailure(transaction, attempt, next.failed, stamp.at);
    if (passkey !== null && use !== null)
      await savePasskeyUse(transaction, passkey.id, use.counter, stamp.at);
    await saveSession(transaction, next.session.row, next.session.replaces, stamp.at);
    return { signedIn: true, beginSession: carried(next.session) };
  },
});

/** One click into a role of the example municipality. Refused everywhere but in a demonstration. */
export const openDemo = action({
  name: 'session.openDemo',
  on: 'register',
  permission: sessionAccess.open,
  readable: sessionAccess.open,
  input: Fields({ personId: IdOf<'Person'>() }),
  refusals: ['notADemo', 'personUnknown'],
  secretAnswer: true,
  load: async (transaction, { input, circumstances }) => {
    if (!theInstallation().isDemo) return refuse('notADemo');
    const person = await findDemoPerson(transaction, input.personId, circumstances.today);
    return person ?? refuse('personUnknown', { field: 'personId' });
  },
  keys: () => ({}),
  decide: (person, _input, circumstances) => {
    const session = beginSession(person.personId, 'demo', '', circumstances);
    const data = { person: person.personId, method: 'demo' };
    return { next: session, event: { kind: 'session.opened', record: session.row.id, data } };
  },
  save: async (transaction, _person, session, stamp) => {
    await saveSession(transaction, session.row, session.replaces, stamp.at);
    return { signedIn: true, beginSession: carried(session) };
  },
});

export const end = action({
  name: 'session.end',
  on: 'register',
  permission: sessionAccess.own,
  readable: sessionAccess.own,
  // Which device the browser itself is, where it wakes her: it may have been added with a session that has run out since.
  input: Fields({ endpointHash: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })) }),
  refusals: ['sessionNeeded'],
  load: (_transaction, { circumstances, input: { endpointHash } }) => {
    const id = sessionIdOf(circumstances.actor);
    return Promise.resolve(
      id === null ? refuse('sessionNeeded') : { id, personId: circumstances.actor.personId, endpointHash },
    );
  },
  keys: ({ personId }) => ({ person: personId }),
  decide: ({ id }) => ({ next: id, event: { kind: 'session.ended', record: id } }),
  save: async (transaction, { personId, endpointHash }, id, stamp) => {
    await endSession(transaction, id, stamp.at);
    if (endpointHash !== undefined) await endDeviceHere(transaction, personId, endpointHash, stamp.at);
    return { signedIn: false, endSession: true };
  },
});

export const revoke = action({
  name: 'session.revoke',
  on: 'record',
  permission: sessionAccess.own,
  readable: sessionAccess.own,
  input: Fields({}),
  refusals: [],
  load: async (transaction, { id, circumstances }) => {
    const { personId } = circumstances.actor;
    return (await isOwnSession(transaction, id, personId)) ? { id, personId } : null;
  },
  keys: ({ personId }) => ({ person: personId }),
  decide: ({ id }) => ({ next: id, event: { kind: 'session.revoked', record: id } }),
  save: async (transaction, _loaded, id, stamp) => {
    await endSession(transaction, id, stamp.at);
    return { id };
  },
});

export const revokeOthers = action({
  name: 'session.revokeOthers',
  on: 'register',
  permission: sessionAccess.own,
  readable: sessionAccess.own,
  input: Fields({}),
  refusals: [],
  load: (_transaction, { circumstances }) =>
    Promise.resolve({ personId: circumstances.actor.personId ?? '' }),
  keys: ({ personId }) => ({ person: personId }),
  decide: (_loaded, _input, { actor }) => ({
    next: sessionIdOf(actor),
    event: { kind: 'session.othersRevoked', record: null },
  }),
  save: async (transaction, { personId }, keep, stamp) => {
    await endSessionsOf(transaction, personId, keep, stamp.at);
    return { done: true };
  },
});
