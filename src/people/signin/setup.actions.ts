import { action, type Circumstances } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import type { AppointmentId, PersonId } from '../../kernel/ids.ts';
import type { Office } from '../../kernel/offices.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, Line, OneOf, OrNull } from '../../kernel/schema.ts';
import { insertSetting, municipalityName, readSetting } from '../../settings/setting.store.ts';
import { profiles } from '../../settings/setting.ts';
import type { Appointment } from '../appointments/appointment.ts';
import { insertAppointment } from '../appointments/appointment.store.ts';
import { insertPerson } from '../persons/person.store.ts';
import type { Person } from '../persons/person.ts';
import { NewPassword, refuseEasy, Secret } from './account.actions.ts';
import { anyAccount, normalEmail, saveNewAccount } from './account.store.ts';
import { beginSession, carried } from './begin.ts';
import { hashPassword } from './password-hash.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { Device, EmailInput } from './session.actions.ts';
import { saveSession } from './session.store.ts';
import {
  anyPerson,
  heldOffices,
  isSetupLink,
  lockSetup,
  readSetup,
  saveChosenProfile,
  saveSetupLink,
} from './setup.store.ts';
import { setupAccess } from './signin.access.ts';

/** The offices of whoever sets the installation up: the one who lets people in, and the one who keeps order. */
const firstOffices = ['administrator', 'informationSecurityCoordinator'] as const satisfies readonly Office[];

async function linkRefusal(transaction: Transaction, secret: string): Promise<Refusal | null> {
  await lockSetup(transaction);
  if (await anyAccount(transaction)) return refuse('alreadySetUp');
  return (await isSetupLink(transaction, hashSecret(secret))) ? null : refuse('linkUnknown');
}

/** The first half of the first visit: what the installation starts from, and what it is called. */
export const choose = action({
  name: 'setup.choose',
  on: 'register',
  permission: setupAccess.begin,
  readable: setupAccess.begin,
  input: Fields({ secret: Secret, profile: OneOf(profiles), municipality: Line(100) }),
  refusals: ['linkUnknown', 'alreadySetUp', 'profileChosen'],
  constraints: { setup_pkey: 'profileChosen', setting_only_one_key: 'profileChosen' },
  secretAnswer: true,
  load: async (transaction, { input, circumstances }) => {
    const isConsole = circumstances.actor.kind === 'system';
    const refusal = isConsole ? null : await linkRefusal(transaction, input.secret);
    if (refusal !== null) return refusal;
    const { profile } = await readSetup(transaction);
    return profile === null ? { setting: await readSetting(transaction) } : refuse('profileChosen');
  },
  keys: () => ({}),
  decide: ({ setting }, { profile, municipality }, circumstances) => {
    if (setting !== null) return refuse('profileChosen');
    const row = {
      id: circumstances.newId<'Setting'>(),
      version: 1,
      municipality,
      language: 'sv',
      accent: null,
      securityProtectionContact: '',
      profile,
    } as const;
    const event = {
      kind: 'setup.chosen',
      record: null,
      data: { profile, municipality },
      touched: [`setting:${row.id}`],
    };
    return { next: row, event };
  },
  save: async (transaction, _loaded, row, stamp) => {
    await insertSetting(transaction, row, stamp);
    await saveChosenProfile(transaction, row.profile);
    return { profile: row.profile };
  },
});

/** Whoever sets up, and her appointments. Where a profile has somebody in the office already, she is the deputy. */
export function firstPerson(
  given: { readonly givenName: string; readonly familyName: string; readonly email: string | null },
  held: ReadonlySet<Office>,
  circumstances: Circumstances,
): { person: Person; appointments: readonly Appointment[] } {
  const { today } = circumstances;
  const person: Person = {
    id: circumstances.newId<'Person'>(),
    version: 1,
    kind: 'employee',
    givenName: given.givenName,
    familyName: given.familyName,
    email: given.email === null ? null : normalEmail(given.email),
    telephone: null,
    organisation: null,
    unitId: null,
    sourceId: null,
    from: today,
    until: null,
  };
  const appointments = firstOffices.map((office) => ({
    id: circumstances.newId<'Appointment'>() satisfies AppointmentId,
    version: 1,
    personId: person.id,
    office,
    deputy: held.has(office),
    scope: 'municipality' as const,
    scopeId: null,
    period: { from: today, until: null },
    decision: null,
    toConfirm: true,
  }));
  return { person, appointments };
}

/** The second half: the first person, her offices, her account and her session, in one transaction. */
export const begin = action({
  name: 'setup.begin',
  on: 'register',
  permission: setupAccess.begin,
  readable: setupAccess.begin,
  input: Fields({
    secret: Secret,
    givenName: Line(100),
    familyName: Line(100),
    email: EmailInput,
    password: NewPassword,
    device: Device,
  }),
  refusals: [
    'linkUnknown',
    'alreadySetUp',
    'profileNotChosen',
    'profileNotApplied',
    'emailTaken',
    'passwordCommon',
    'passwordMonotonous',
    'passwordLikeYou',
  ],
  constraints: { person_email: 'emailTaken', account_email: 'emailTaken' },
  secretAnswer: true,
  load: async (transaction, { input, circumstances }) => {
    const refusal = await linkRefusal(transaction, input.secret);
    if (refusal !== null) return refusal;
    const setup = await readSetup(transaction);
    if (setup.profile === null) return refuse('profileNotChosen');
    if (!setup.isApplied) return refuse('profileNotApplied');
    const known = [input.email, input.givenName, input.familyName, await municipalityName(transaction)];
    const easy = refuseEasy(input.password, known, 'password');
    if (easy !== null) return easy;
    const held = await heldOffices(transaction, circumstances.today);
    return { held, passwordHash: await hashPassword(input.password) };
  },
  keys: () => ({}),
  decide: ({ held }, input, circumstances) => {
    const first = firstPerson(input, held, circumstances);
    const session = beginSession(first.person.id, 'setup', input.device ?? '', circumstances);
    const event = {
      kind: 'setup.begun',
      record: null,
      data: { person: first.person.id, session: session.row.id },
      touched: touchedBy(first),
    };
    return { next: { ...first, session }, event };
  },
  save: async (transaction, { passwordHash }, { person, appointments, session }, stamp) => {
    await insertPerson(transaction, person, stamp);
    for (const appointment of appointments) await insertAppointment(transaction, appointment, stamp);
    const account = { personId: person.id, email: person.email ?? '', passwordHash, language: null };
    await saveNewAccount(transaction, account, stamp.at);
    await saveSession(transaction, session.row, session.replaces, stamp.at);
    return { signedIn: true, beginSession: carried(session) };
  },
});

/** The records that change with the first person, as the event names them. */
export function touchedBy(first: {
  person: { id: PersonId };
  appointments: readonly Appointment[];
}): string[] {
  return [`person:${first.person.id}`, ...first.appointments.map((one) => `appointment:${one.id}`)];
}

/**
 * The same person without an account, entered at the console where a program needs a token before anybody has
 * visited. Only where there are no people at all. Not a door: `src/cli.ts` is its only user.
 */
export const beginAtConsole = action({
  name: 'setup.beginAtConsole',
  on: 'register',
  permission: setupAccess.console,
  readable: setupAccess.console,
  input: Fields({ givenName: Line(100), familyName: Line(100), email: OrNull(EmailInput) }),
  refusals: ['alreadySetUp'],
  load: async (transaction) => {
    await lockSetup(transaction);
    return (await anyPerson(transaction)) ? refuse('alreadySetUp') : {};
  },
  keys: () => ({}),
  decide: (_loaded, input, circumstances) => {
    const first = firstPerson(input, new Set(), circumstances);
    const event = {
      kind: 'setup.begunAtConsole',
      record: null,
      data: { person: first.person.id },
      touched: touchedBy(first),
    };
    return { next: first, event };
  },
  save: async (transaction, _loaded, { person, appointments }, stamp) => {
    await insertPerson(transaction, person, stamp);
    for (const appointment of appointments) await insertAppointment(transaction, appointment, stamp);
    return { id: person.id };
  },
});

/**
 * A new link for the first visit, shown at the console: whoever has it becomes the first administrator, so the log tells
 * that it was made. Not a door: `src/first-start.ts` is its only user.
 */
export const showLink = action({
  name: 'setup.showLink',
  on: 'register',
  permission: setupAccess.console,
  readable: setupAccess.console,
  input: Fields({}),
  refusals: ['alreadySetUp'],
  secretAnswer: true,
  load: async (transaction) => {
    await lockSetup(transaction);
    return (await anyAccount(transaction)) ? refuse('alreadySetUp') : { secret: newSecret() };
  },
  keys: () => ({}),
  decide: () => ({ next: null, event: { kind: 'setup.linkShown', record: null } }),
  save: async (transaction, { secret }, _next, stamp) => {
    await saveSetupLink(transaction, hashSecret(secret), stamp.at);
    return { secret };
  },
});
