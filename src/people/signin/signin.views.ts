import { Type } from 'typebox';
import type { Actor } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { Fields, OneOf, OrNull } from '../../kernel/schema.ts';
import { languages, pickTexts } from '../../kernel/texts.ts';
import { view } from '../../kernel/view.ts';
import { readSetting } from '../../settings/setting.store.ts';
import { profiles } from '../../settings/setting.ts';
import { officeTexts } from '../offices.texts.ts';
import { accountOf, anyAccount, recoveryCodesLeft } from './account.store.ts';
import { demoRoles } from './demo.store.ts';
import { theInstallation } from './installation.ts';
import { findInvitation } from './invitation.store.ts';
import { passkeysOf } from './passkey.store.ts';
import { registrationOptions, relyingParty, signInOptions } from './passkey.ts';
import { scopeNames } from './scope-names.store.ts';
import { hasSession, sessionIdOf } from './session.ts';
import { sessionsOf } from './session.store.ts';
import { readSetup } from './setup.store.ts';
import { accountAccess, sessionAccess, setupAccess, tokenAccess } from './signin.access.ts';
import { tokensOf } from './token.store.ts';

/** What the browser is told to hand to an authenticator; its own form decides (WebAuthn §5.4, §5.5). */
const Options = Type.Unsafe<object>(Type.Object({}));

export const current = view({
  name: 'session.current',
  on: 'register',
  past: 'none',
  path: '/session',
  permission: sessionAccess.read,
  input: Fields({}),
  output: Fields({
    signedIn: Type.Boolean(),
    person: Type.Optional(Fields({ id: Type.String(), name: Type.String() })),
    offices: Type.Array(Fields({ office: Type.String(), name: Type.String(), scopeName: Type.String() })),
    language: OneOf(languages),
    municipality: Fields({ name: Type.String(), logo: Type.Null(), accent: OrNull(Type.String()) }),
    setup: OneOf(['needed', 'done']),
    version: Type.String(),
  }),
  told: { nothing: 'the shell’s own question: only what is the asker’s own' },
  answer: async (db, _input, { actor }) => {
    const setting = await readSetting(db);
    const { isDemo, version } = theInstallation();
    const isSetUp = setting !== null && (isDemo || actor.kind === 'person' || (await anyAccount(db)));
    const account = actor.personId === null ? null : await accountOf(db, actor.personId, '1970-01-01');
    return {
      signedIn: actor.kind === 'person',
      ...(actor.personId === null ? {} : { person: { id: actor.personId, name: actor.name } }),
      offices: await officesOf(db, actor),
      language: account?.language ?? setting?.language ?? 'sv',
      municipality: { name: setting?.municipality ?? '', logo: null, accent: setting?.accent ?? null },
      setup: isSetUp ? ('done' as const) : ('needed' as const),
      version,
    };
  },
});

async function officesOf(db: Reader, actor: Actor) {
  const words = pickTexts(officeTexts, actor.language).offices;
  const names = await scopeNames(db, actor.held);
  return actor.held.map(({ office, scopeId }) => ({
    office,
    name: words[office],
    scopeName: scopeId === null ? '' : (names.get(scopeId) ?? ''),
  }));
}

export const mine = view({
  name: 'session.mine',
  on: 'register',
  past: 'none',
  permission: sessionAccess.own,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        id: Type.String(),
        method: Type.String(),
        device: Type.String(),
        createdAt: Type.String(),
        lastSeenAt: Type.String(),
        isThis: Type.Boolean(),
      }),
    ),
  }),
  told: { nothing: 'only what is the asker’s own' },
  answer: async (db, _input, { actor, now }) => ({
    items: (await sessionsOf(db, actor.personId, now)).map((one) => ({
      id: one.id,
      method: one.method,
      device: one.device,
      createdAt: one.createdAt.toISOString(),
      lastSeenAt: one.lastSeenAt.toISOString(),
      isThis: one.id === sessionIdOf(actor),
    })),
  }),
});

/** What the sign-in page needs: how to ask for a passkey, and in a demonstration whom one may become. */
export const entrance = view({
  name: 'session.entrance',
  on: 'register',
  past: 'none',
  permission: sessionAccess.read,
  input: Fields({}),
  output: Fields({
    passkey: Fields({ host: Type.String(), options: Options }),
    demo: Type.Array(Fields({ personId: Type.String(), name: Type.String(), office: Type.String() })),
  }),
  told: { nothing: 'names only in a demonstration, of persons who do not exist' },
  answer: async (db, _input, { actor, now, today }) => {
    const words = pickTexts(officeTexts, actor.language).offices;
    const roles = theInstallation().isDemo ? await demoRoles(db, today) : [];
    return {
      passkey: { host: relyingParty().id, options: await signInOptions(now) },
      demo: roles.map((role) => ({ ...role, office: words[role.office] })),
    };
  },
});

/** Somebody's own account: what protects it. Null for who came with a token and has none. */
export const account = view({
  name: 'account.record',
  on: 'register',
  past: 'none',
  permission: accountAccess.own,
  input: Fields({}),
  output: Fields({
    name: Type.String(),
    email: Type.String(),
    language: OrNull(OneOf(languages)),
    passwordChangedAt: OrNull(Type.String()),
    totp: OneOf(['off', 'on']),
    recoveryCodesLeft: Type.Integer(),
    passkeyHost: Type.String(),
    passkeys: Type.Array(
      Fields({
        id: Type.String(),
        name: Type.String(),
        createdAt: Type.String(),
        lastUsedAt: OrNull(Type.String()),
      }),
    ),
  }),
  told: { nothing: 'only what is the asker’s own' },
  answer: async (db, _input, { actor, today }) => {
    const own = await accountOf(db, actor.personId, today);
    if (own === null) return null;
    const passkeys = await passkeysOf(db, own.personId);
    return {
      name: own.name,
      email: own.email,
      language: own.language,
      passwordChangedAt: own.passwordChangedAt?.toISOString() ?? null,
      totp: own.totpConfirmedAt === null ? ('off' as const) : ('on' as const),
      recoveryCodesLeft: await recoveryCodesLeft(db, own.personId),
      passkeyHost: relyingParty().id,
      passkeys: passkeys.map((one) => ({
        id: one.id,
        name: one.name,
        createdAt: one.createdAt.toISOString(),
        lastUsedAt: one.lastUsedAt?.toISOString() ?? null,
      })),
    };
  },
});

export const passkeyOptions = view({
  name: 'account.passkeyOptions',
  on: 'register',
  past: 'none',
  permission: accountAccess.own,
  input: Fields({}),
  output: Fields({ options: Options }),
  told: { nothing: 'only what is the asker’s own' },
  answer: async (db, _input, { actor, now, today }) => {
    const own = hasSession(actor) ? await accountOf(db, actor.personId, today) : null;
    if (own === null) return null;
    const person = { id: own.personId, email: own.email, name: own.name };
    return { options: await registrationOptions(person, await passkeysOf(db, own.personId), now) };
  },
});

/** Whom an invitation is for, shown to whoever has its link. By its id: the secret is never part of an address. */
export const invitation = view({
  name: 'account.invitation',
  on: 'record',
  past: 'none',
  permission: accountAccess.accept,
  input: Fields({}),
  output: Fields({
    state: OneOf(['open', 'used', 'expired']),
    name: Type.String(),
    email: Type.String(),
    municipality: Type.String(),
  }),
  told: { nothing: 'whoever has the link is the one it is for; that she accepts is told' },
  answer: async (db, _input, { id, now, today }) => {
    const found = await findInvitation(db, { id }, today);
    if (found === null || found.replacedAt !== null || !found.here) return null;
    if (found.usedAt === null && !found.mayAdmit) return null;
    const unused = found.expiresAt <= now ? ('expired' as const) : ('open' as const);
    const state = found.usedAt === null ? unused : ('used' as const);
    const setting = await readSetting(db);
    return { state, name: found.name, email: found.email, municipality: setting?.municipality ?? '' };
  },
});

export const tokens = view({
  name: 'token.list',
  on: 'register',
  past: 'none',
  permission: tokenAccess.own,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        id: Type.String(),
        name: Type.String(),
        scopes: Type.Array(Type.String()),
        createdAt: Type.String(),
        expiresAt: Type.String(),
        lastUsedOn: OrNull(Type.String()),
      }),
    ),
  }),
  told: { nothing: 'only what is the asker’s own' },
  answer: async (db, _input, { actor, now }) => ({
    items: (await tokensOf(db, actor.personId, now)).map(({ personId: _owner, ...one }) => ({
      ...one,
      scopes: [...one.scopes],
      createdAt: one.createdAt.toISOString(),
      expiresAt: one.expiresAt.toISOString(),
    })),
  }),
});

/** How far the first visit has come. */
export const setupState = view({
  name: 'setup.state',
  on: 'register',
  past: 'none',
  permission: setupAccess.read,
  input: Fields({}),
  output: Fields({
    state: OneOf(['choose', 'applying', 'person', 'done']),
    profile: OrNull(OneOf(profiles)),
    municipality: Type.String(),
  }),
  told: { nothing: 'how far the first visit has come, before there is anybody to read about' },
  answer: async (db) => {
    const setup = await readSetup(db);
    const setting = await readSetting(db);
    const told = { profile: setting?.profile ?? null, municipality: setting?.municipality ?? '' };
    if (await anyAccount(db)) return { ...told, state: 'done' as const };
    if (setup.profile === null) return { ...told, state: 'choose' as const };
    return { ...told, state: setup.isApplied ? ('person' as const) : ('applying' as const) };
  },
});
