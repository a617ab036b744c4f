import type { Stamp } from '../../kernel/action.ts';
import { addDays } from '../../kernel/calendar.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { register } from '../../kernel/register.ts';
import { begin, confirm, describe, end } from './appointment.actions.ts';
import {
  administratorBeside,
  appointmentsAfter,
  cutAppointments,
  lockAdministrators,
  officesAfter,
} from './appointment.store.ts';
import { appointmentTexts } from './appointment.texts.ts';
import { appointmentsShown, choices, list, ListedAppointment, places, record } from './appointment.views.ts';
import { dayAfter, type Leaving, leavingFault, leavingRefusals } from './leaving.ts';

export const appointmentRegister = register({
  name: 'appointment',
  actions: [begin, describe, confirm, end],
  views: [list, record, places, choices],
  texts: appointmentTexts,
});

/**
 * For the slice of persons: who leaves leaves her offices the same day. In two steps, because the event that names
 * what was touched must stand before the rows that name the event.
 */
export const appointmentsOfPerson = {
  row: ListedAppointment,
  list: appointmentsShown,
  touched: async (transaction: Transaction, personId: string, lastDay: string): Promise<readonly string[]> =>
    (await appointmentsAfter(transaction, { personId }, lastDay)).map((id) => `appointment:${id}`),
  end: (transaction: Transaction, personId: string, lastDay: string, stamp: Stamp): Promise<void> =>
    cutAppointments(transaction, { personId }, lastDay, stamp),
  refusals: leavingRefusals,
  fault: leavingFault,
  /** What ends when she leaves that day; the office of administrator is locked, so that it stays so. */
  leaving: async (
    transaction: Transaction,
    personId: string,
    lastDay: string,
    today: string,
  ): Promise<Leaving> => {
    const offices = await officesAfter(transaction, personId, lastDay);
    if (offices.includes('administrator')) await lockAdministrators(transaction);
    const day = dayAfter(lastDay, today);
    return { offices, administratorRemains: await administratorBeside(transaction, { personId }, day) };
  },
  /** What would have to end whatever day she leaves. */
  leavingSometime: async (db: Reader, personId: string, today: string): Promise<Leaving> => ({
    offices: await officesAfter(db, personId, '9999-12-30'),
    administratorRemains: await administratorBeside(db, { personId }, addDays(today, 1)),
  }),
};

/**
 * For a reorganisation: offices held for units that end, end with them; `lastDay` is the units' last day. The successor
 * has managers of its own, or is shown to lack one.
 */
export const appointmentsOfUnits = {
  touched: async (
    transaction: Transaction,
    unitIds: readonly string[],
    lastDay: string,
  ): Promise<readonly string[]> =>
    (await appointmentsAfter(transaction, { unitIds }, lastDay)).map((id) => `appointment:${id}`),
  end: (transaction: Transaction, unitIds: readonly string[], lastDay: string, stamp: Stamp): Promise<void> =>
    cutAppointments(transaction, { unitIds }, lastDay, stamp),
};
