import type { Actor } from '../../kernel/access.ts';
import { action } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { Day, Fields, Reason } from '../../kernel/schema.ts';
import { refuse } from '../../kernel/refusal.ts';
import { mayAppoint } from './appointing.ts';
import { appointmentAccess } from './appointment.access.ts';
import {
  type Appointment,
  beginAppointment,
  beginInput,
  beginRefusals,
  confirmAppointment,
  describeAppointment,
  describeAppointmentInput,
  endAppointment,
  periodRefusals,
  scopeFault,
} from './appointment.ts';
import {
  insertAppointment,
  loadAppointment,
  lockAdministrators,
  updateAppointment,
} from './appointment.store.ts';
import type { AppointmentGround } from './ground.ts';
import { loadGround } from './ground.store.ts';

interface Loaded {
  readonly appointment: Appointment;
  readonly ground: AppointmentGround;
}

const keys = ({ ground }: Loaded) => ground.keys;
const version = ({ appointment }: Loaded) => appointment.version;
const show = ({ appointment }: Loaded) => appointment;
const answerOf = (row: Appointment) => ({ id: row.id, version: row.version });
// Decided purely before they are met; these speak when two people appoint at the same moment.
const constraints = {
  appointment_one_holder: 'appointedMeanwhile',
  appointment_person_once: 'appointedMeanwhile',
};

async function loadWithGround(
  transaction: Transaction,
  { id }: { readonly id: string },
): Promise<Loaded | null> {
  const appointment = await loadAppointment(transaction, id);
  if (appointment === null) return null;
  if (appointment.office === 'administrator') await lockAdministrators(transaction);
  // What it was for may be gone; the appointment is still there to be ended.
  const ground = (await loadGround(transaction, appointment)) ?? {
    person: null,
    scopePeriod: null,
    keys: {},
    others: [],
    held: [],
  };
  return { appointment, ground };
}

export const begin = action({
  name: 'appointment.begin',
  on: 'register',
  permission: appointmentAccess.begin,
  readable: appointmentAccess.read,
  input: beginInput,
  refusals: [...beginRefusals, 'appointedMeanwhile'],
  constraints,
  load: async (transaction, { input, circumstances }) => {
    const unfit = scopeFault(input);
    if (unfit !== null) return unfit;
    const ground = await loadGround(transaction, input);
    const unknown = refuse('scopeUnknown', { field: 'scopeId' });
    if (ground === null) return unknown;
    return isHidden(input, ground, circumstances.actor) ? unknown : ground;
  },
  keys: (ground) => ground.keys,
  decide: (ground, input, circumstances) => beginAppointment(ground, input, circumstances),
  save: async (transaction, _ground, { appointment, warnings }, stamp) => {
    await insertAppointment(transaction, appointment, stamp);
    return { ...answerOf(appointment), warnings: [...warnings] };
  },
});

/** Systems and information are not for everyone to know of: to who may not appoint for one, it does not exist. */
function isHidden(
  input: { office: Appointment['office']; scope: string },
  ground: AppointmentGround,
  actor: Actor,
): boolean {
  if (input.scope !== 'system' && input.scope !== 'information') return false;
  return !mayAppoint(actor, input.office, ground.keys, false);
}

export const describe = action({
  name: 'appointment.describe',
  on: 'record',
  permission: appointmentAccess.describe,
  readable: appointmentAccess.read,
  input: describeAppointmentInput,
  refusals: [
    ...periodRefusals,
    'appointedMeanwhile',
    'withdrawn',
    'ownControlOffice',
    'lastAdministrator',
    'nothingChanged',
  ],
  constraints,
  load: loadWithGround,
  keys,
  version,
  show,
  decide: ({ appointment, ground }, input, circumstances) =>
    describeAppointment(appointment, ground, input, circumstances),
  save: async (transaction, _loaded, { appointment, warnings }, stamp) => {
    await updateAppointment(transaction, appointment, stamp);
    return { ...answerOf(appointment), warnings: [...warnings] };
  },
});

export const end = action({
  name: 'appointment.end',
  on: 'record',
  permission: appointmentAccess.end,
  readable: appointmentAccess.read,
  input: Fields({ lastDay: Day(), reason: Reason() }),
  refusals: ['withdrawn', 'alreadyEnded', 'endsEarlier', 'endsBeforeStart', 'lastAdministrator'],
  load: loadWithGround,
  keys,
  version,
  show,
  decide: ({ appointment, ground }, input, circumstances) =>
    endAppointment(appointment, ground, input, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await updateAppointment(transaction, next, stamp);
    return answerOf(next);
  },
});

export const confirm = action({
  name: 'appointment.confirm',
  on: 'record',
  permission: appointmentAccess.confirm,
  readable: appointmentAccess.read,
  input: Fields({}),
  refusals: ['alreadyConfirmed'],
  load: loadWithGround,
  keys,
  version,
  show,
  decide: ({ appointment, ground }, _input, circumstances) =>
    confirmAppointment(appointment, ground, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await updateAppointment(transaction, next, stamp);
    return answerOf(next);
  },
});
