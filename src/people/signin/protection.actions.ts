import { randomBytes } from 'node:crypto';
import { action, type Decision } from '../../kernel/action.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, Line } from '../../kernel/schema.ts';
import { municipalityName } from '../../settings/setting.store.ts';
import { ownProved } from './account.actions.ts';
import { lockAccount, replaceRecoveryCodes, saveTotp } from './account.store.ts';
import { theInstallation } from './installation.ts';
import { attestationSchema, verifyNewPasskey } from './passkey.ts';
import { type NewPasskey, passkeysOf, removePasskey as removeRow, savePasskey } from './passkey.store.ts';
import { attemptAt, proveCode, waitRefusal } from './proof.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery.ts';
import { seal } from './secrets.ts';
import { addressOf, hasSession } from './session.ts';
import { CodeInput, countFailure, Password } from './session.actions.ts';
import { accountAccess } from './signin.access.ts';
import { otpauthUri, toBase32 } from './totp.ts';

/** Passkeys one person may have. */
const mostPasskeys = 10;

const own = { permission: accountAccess.own, readable: accountAccess.own } as const;

/** A new secret for an authenticator app, shown once. It protects nothing until a code has confirmed it. */
export const enableTotp = action({
  name: 'account.enableTotp',
  on: 'register',
  ...own,
  input: Fields({}),
  refusals: ['sessionNeeded', 'totpInUse'],
  secretAnswer: true,
  load: async (transaction, { circumstances }) => {
    if (!hasSession(circumstances.actor)) return refuse('sessionNeeded');
    const account = await lockAccount(transaction, circumstances.actor.personId, circumstances.today);
    if (account === null) return null;
    return { account, secret: randomBytes(20), issuer: `Värna ${await municipalityName(transaction)}` };
  },
  keys: ({ account }) => ({ person: account.personId }),
  decide: ({ account }) => {
    if (account.totpConfirmedAt !== null) return refuse('totpInUse');
    return { next: null, event: { kind: 'account.totpPrepared', record: account.personId } };
  },
  save: async (transaction, { account, secret, issuer }) => {
    const sealed = seal(secret, account.personId, theInstallation().secretKey);
    await saveTotp(transaction, account.personId, { secret: sealed, confirmedAt: null, lastStep: 0 });
    return { secret: toBase32(secret), uri: otpauthUri(secret, account.email, issuer) };
  },
});

/** The first code proves that the app holds the secret; from now on it is asked for. Gives recovery codes. */
export const confirmTotp = action({
  name: 'account.confirmTotp',
  on: 'register',
  ...own,
  input: Fields({ code: CodeInput }),
  refusals: ['sessionNeeded', 'totpNotPrepared', 'totpInUse'],
  secretAnswer: true,
  load: async (transaction, { input, circumstances }) => {
    const { actor, now, today } = circumstances;
    if (!hasSession(actor)) return refuse('sessionNeeded');
    const account = await lockAccount(transaction, actor.personId, today);
    if (account === null) return null;
    if (account.totpConfirmedAt !== null) return refuse('totpInUse');
    if (account.totpSecret === null || !/^\s*(\d\s*){6}$/.test(input.code)) {
      return refuse(account.totpSecret === null ? 'totpNotPrepared' : 'wrongCode', { field: 'code' });
    }
    const attempt = attemptAt(`own:${account.personId}`, addressOf(actor));
    const wait = await waitRefusal(transaction, attempt, now);
    if (wait !== null) return wait;
    const proof = await proveCode(transaction, account, input.code, now);
    return { account, attempt, proof, codes: newRecoveryCodes() };
  },
  keys: ({ account }) => ({ person: account.personId }),
  decide: ({ account, proof }) => ({
    next: proof.ok ? proof.usedStep : null,
    event: { kind: proof.ok ? 'account.totpEnabled' : 'account.proofRefused', record: account.personId },
  }),
  save: async (transaction, { account, attempt, codes }, step, stamp) => {
    if (step === null) return countFailure(transaction, attempt, 'wrongCode', stamp.at);
    const { personId, totpSecret } = account;
    await saveTotp(transaction, personId, { secret: totpSecret, confirmedAt: stamp.at, lastStep: step });
    await replaceRecoveryCodes(transaction, personId, hashesOf(personId, codes), stamp.at);
    return { codes };
  },
});

function hashesOf(personId: PersonId, codes: readonly string[]): Buffer[] {
  return codes.map((code) => hashRecoveryCode(personId, code, theInstallation().secretKey));
}

export const disableTotp = action({
  name: 'account.disableTotp',
  on: 'register',
  ...own,
  input: Fields({ password: Password }),
  refusals: ['totpNotPrepared', 'sessionNeeded'],
  secretAnswer: true,
  load: (transaction, { input, circumstances }) =>
    hasSession(circumstances.actor)
      ? ownProved(transaction, circumstances, { password: input.password, code: null })
      : Promise.resolve(refuse('sessionNeeded')),
  keys: ({ account }) => ({ person: account.personId }),
  decide: ({ account, proof }) => {
    if (account.totpSecret === null) return refuse('totpNotPrepared');
    const kind = proof.ok ? 'account.totpDisabled' : 'account.proofRefused';
    return { next: proof.ok, event: { kind, record: account.personId } };
  },
  save: async (transaction, { account, attempt }, isProved, stamp) => {
    if (!isProved) return countFailure(transaction, attempt, 'wrongPassword', stamp.at);
    await saveTotp(transaction, account.personId, { secret: null, confirmedAt: null, lastStep: 0 });
    await replaceRecoveryCodes(transaction, account.personId, [], stamp.at);
    return { done: true };
  },
});

export const newCodes = action({
  name: 'account.newRecoveryCodes',
  on: 'register',
  ...own,
  input: Fields({ password: Password }),
  refusals: ['totpNotPrepared', 'sessionNeeded'],
  secretAnswer: true,
  load: async (transaction, { input, circumstances }) => {
    if (!hasSession(circumstances.actor)) return refuse('sessionNeeded');
    const proved = await ownProved(transaction, circumstances, { password: input.password, code: null });
    return proved === null || isRefusal(proved) ? proved : { ...proved, codes: newRecoveryCodes() };
  },
  keys: ({ account }) => ({ person: account.personId }),
  decide: ({ account, proof }) => {
    if (account.totpConfirmedAt === null) return refuse('totpNotPrepared');
    const kind = proof.ok ? 'account.recoveryCodesRenewed' : 'account.proofRefused';
    return { next: proof.ok, event: { kind, record: account.personId } };
  },
  save: async (transaction, { account, attempt, codes }, isProved, stamp) => {
    if (!isProved) return countFailure(transaction, attempt, 'wrongPassword', stamp.at);
    await replaceRecoveryCodes(transaction, account.personId, hashesOf(account.personId, codes), stamp.at);
    return { codes };
  },
});

/** A passkey is a lasting way in, so a session left open at somebody's desk is not enough to make one. */
export const registerPasskey = action({
  name: 'account.registerPasskey',
  on: 'register',
  ...own,
  input: Fields({ name: Line(60), password: Password, attestation: attestationSchema }),
  refusals: ['passkeyRefused', 'sessionNeeded', 'tooManyPasskeys', 'passkeyKnown'],
  constraints: { passkey_credential_id_key: 'passkeyKnown' },
  secretAnswer: true,
  load: async (transaction, { input, circumstances }) => {
    if (!hasSession(circumstances.actor)) return refuse('sessionNeeded');
    const proved = await ownProved(transaction, circumstances, { password: input.password, code: null });
    if (proved === null || isRefusal(proved)) return proved;
    if (!proved.proof.ok) return { ...proved, count: 0, made: null };
    const count = (await passkeysOf(transaction, proved.account.personId)).length;
    const made = await verifyNewPasskey(transaction, input.attestation, circumstances.now);
    return made === null ? refuse('passkeyRefused') : { ...proved, count, made };
  },
  keys: ({ account }) => ({ person: account.personId }),
  decide: ({ account, count, made }, { name }, circumstances): Decision<NewPasskey | null> | Refusal => {
    const record = account.personId;
    if (made === null) return { next: null, event: { kind: 'account.proofRefused', record } };
    if (count >= mostPasskeys) return refuse('tooManyPasskeys');
    const row = { ...made, id: circumstances.newId<'Passkey'>(), personId: record, name };
    return { next: row, event: { kind: 'account.passkeyRegistered', record, data: { passkey: row.id } } };
  },
  save: async (transaction, { attempt }, row, stamp) => {
    if (row === null) return countFailure(transaction, attempt, 'wrongPassword', stamp.at);
    await savePasskey(transaction, row, stamp.at);
    return { id: row.id };
  },
});

export const removePasskey = action({
  name: 'account.removePasskey',
  on: 'record',
  ...own,
  input: Fields({}),
  refusals: [],
  load: async (transaction, { id, circumstances }) => {
    const { personId } = circumstances.actor;
    const found = (await passkeysOf(transaction, personId)).find((one) => one.id === id);
    return found ?? null;
  },
  keys: (passkey) => ({ person: passkey.personId }),
  decide: (passkey) => ({
    next: passkey.id,
    event: { kind: 'account.passkeyRemoved', record: passkey.personId, data: { passkey: passkey.id } },
  }),
  save: async (transaction, _passkey, id, stamp) => {
    await removeRow(transaction, id, stamp.at);
    return { id };
  },
});
