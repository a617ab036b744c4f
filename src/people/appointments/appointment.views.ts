import { Type } from 'typebox';
import { type Actor, scopeOf } from '../../kernel/access.ts';
import { addDays } from '../../kernel/calendar.ts';
import {
  Day,
  Fields,
  IdOf,
  ListOf,
  listQuery,
  OneOf,
  OrNull,
  orderOf,
  pageSize,
} from '../../kernel/schema.ts';
import { offices, officeScopes, scopeKinds } from '../../kernel/offices.ts';
import { view } from '../../kernel/view.ts';
import { appointScope, controlOffices, firstOffices, mayAppoint } from './appointing.ts';
import { appointmentAccess, informationNames } from './appointment.access.ts';
import {
  type AppointmentListRow,
  appointmentSorts,
  appointmentsOf,
  listAppointments,
  readListed,
} from './appointment.list.store.ts';
import { administratorBeside, officesHeld } from './appointment.store.ts';
import { appointmentState, appointmentStates } from './appointment.ts';
import { listOffices, scopeChoices } from './offices.store.ts';

/** Who holds an office acts for the municipality in it: that is public (offentlighetsprincipen), not anybody’s private. */
const officesArePublic = { nothing: 'who holds which office is public' } as const;

const namesScope = (actor: Actor) => scopeOf(actor, informationNames.see);

/** An appointment in a list, on a person's page, and on its own. */
export const ListedAppointment = Fields({
  id: Type.String(),
  version: Type.Integer(),
  personId: Type.String(),
  personName: Type.String(),
  office: OneOf(offices),
  deputy: Type.Boolean(),
  scope: OneOf(scopeKinds),
  scopeId: OrNull(Type.String()),
  scopeName: OrNull(Type.String()),
  from: OrNull(Type.String()),
  until: OrNull(Type.String()),
  decision: OrNull(Type.String()),
  toConfirm: Type.Boolean(),
  state: OneOf(appointmentStates),
  /** May the asker correct, confirm and end it? */
  mayChange: Type.Boolean(),
});

function shown({ scopeUnitId, ...row }: AppointmentListRow, actor: Actor, today: string) {
  const period = row.from === null ? null : { from: row.from, until: row.until };
  const keys = { unit: scopeUnitId, ...(row.scope === 'system' ? { record: row.scopeId } : {}) };
  return {
    ...row,
    state: appointmentState(period, today),
    mayChange: mayAppoint(actor, row.office, keys, false),
  };
}

export const list = view({
  name: 'appointment.list',
  on: 'register',
  permission: appointmentAccess.read,
  input: Fields({
    ...listQuery,
    office: Type.Optional(OneOf(offices)),
    personId: Type.Optional(IdOf<'Person'>()),
    scope: Type.Optional(OneOf(scopeKinds)),
    scopeId: Type.Optional(IdOf<'Scope'>()),
    unitId: Type.Optional(IdOf<'Unit'>()),
    day: Type.Optional(Day()),
    toConfirm: Type.Optional(Type.Boolean()),
  }),
  output: ListOf(ListedAppointment),
  told: officesArePublic,
  answer: async (db, input, { actor, today, insight, size }) => {
    const { page = 1, sort, clause, ...narrow } = input;
    const filter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'appointment') };
    const order = orderOf(appointmentSorts, 'person', sort);
    const { items, total } = await listAppointments(db, filter, order, page, size, namesScope(actor));
    return { items: items.map((row) => shown(row, actor, today)), total, page, pageSize };
  },
});

const Step = Fields({ allowed: Type.Boolean(), because: OrNull(Type.String()) });

export const record = view({
  name: 'appointment.record',
  on: 'record',
  permission: appointmentAccess.read,
  input: Fields({}),
  output: Fields({
    ...ListedAppointment.properties,
    may: Fields({ describe: Step, confirm: Step, end: Step }),
  }),
  told: officesArePublic,
  answer: async (db, _input, { actor, id, today }) => {
    const row = await readListed(db, id, namesScope(actor));
    if (row === null) return null;
    const isLast =
      row.office === 'administrator' &&
      !(await administratorBeside(db, { appointmentId: row.id }, addDays(today, 1)));
    return withSteps(shown(row, actor, today), actor, isLast);
  },
});

function withSteps(row: ReturnType<typeof shown>, actor: Actor, isLast: boolean) {
  const step = (because: string | null) => ({ allowed: because === null, because });
  const right = row.mayChange ? null : 'forbidden';
  const withdrawn = row.state === 'withdrawn' ? 'withdrawn' : null;
  const own =
    controlOffices.includes(row.office) && actor.personId === row.personId ? 'ownControlOffice' : null;
  const last = isLast && row.state === 'inForce' ? 'lastAdministrator' : null;
  return {
    ...row,
    may: {
      describe: step(right ?? withdrawn ?? own),
      confirm: step(right ?? (row.toConfirm ? null : 'alreadyConfirmed')),
      end: step(right ?? withdrawn ?? (row.state === 'ended' ? 'alreadyEnded' : last)),
    },
  };
}

/** The appointments of one person, for the page about her. */
export async function appointmentsShown(
  db: Parameters<typeof appointmentsOf>[0],
  personId: string,
  actor: Actor,
  today: string,
) {
  const rows = await appointmentsOf(db, personId, namesScope(actor));
  return rows.map((row) => shown(row, actor, today));
}

const Place = Fields({
  office: OneOf(offices),
  scope: OneOf(scopeKinds),
  scopeId: OrNull(Type.String()),
  scopeName: OrNull(Type.String()),
  appointmentId: OrNull(Type.String()),
  personId: OrNull(Type.String()),
  personName: OrNull(Type.String()),
  from: OrNull(Type.String()),
  until: OrNull(Type.String()),
  toConfirm: OrNull(Type.Boolean()),
  deputies: Type.Array(Fields({ id: Type.String(), personId: Type.String(), name: Type.String() })),
  mayAppoint: Type.Boolean(),
});

export const places = view({
  name: 'appointment.offices',
  on: 'register',
  permission: appointmentAccess.read,
  input: Fields({
    ...listQuery,
    office: Type.Optional(OneOf(offices)),
    vacant: Type.Optional(Type.Boolean()),
  }),
  output: Fields({
    items: Type.Array(Place),
    total: Type.Integer(),
    page: Type.Integer(),
    pageSize: Type.Integer(),
    /** How many of those asked about nobody holds today. */
    vacant: Type.Integer(),
  }),
  told: officesArePublic,
  answer: async (db, { page = 1, office, vacant, search, clause }, { actor, today, insight, size }) => {
    const filter = {
      ...(office === undefined ? {} : { office }),
      ...(vacant === undefined ? {} : { vacant }),
      ...(search === undefined ? {} : { search }),
      ...(clause === undefined ? {} : { ids: await insight.offenders(clause, 'appointment') }),
    };
    const found = await listOffices(db, filter, page, size, today);
    const items = found.items.map(({ scopeUnitId, ...row }) => {
      const keys = { unit: scopeUnitId, ...(row.scope === 'system' ? { record: row.scopeId } : {}) };
      return {
        ...row,
        deputies: [...row.deputies],
        mayAppoint: mayAppoint(actor, row.office, keys, row.personId === null),
      };
    });
    return { items, total: found.total, page, pageSize, vacant: found.vacant };
  },
});

export const choices = view({
  name: 'appointment.choices',
  on: 'register',
  past: 'none',
  permission: appointmentAccess.begin,
  input: Fields({ office: Type.Optional(OneOf(offices)), search: listQuery.search }),
  output: Fields({
    /** The offices the asker may appoint somebody to. */
    offices: Type.Array(OneOf(offices)),
    /** What the office asked about can be held for, within the asker's right. */
    scopes: Type.Array(
      Fields({ id: Type.String(), scope: OneOf(scopeKinds), name: Type.String(), of: OrNull(Type.String()) }),
    ),
  }),
  told: { nothing: 'names of what an office can be held for, within the asker’s right' },
  hits: ({ scopes }) => scopes.length,
  answer: async (db, { office, search = '' }, { actor, today }) => {
    const held = await officesHeld(db, firstOffices, today);
    const mine = offices.filter(
      (one) => appointScope(actor, one) !== null || (!held.includes(one) && mayAppoint(actor, one, {}, true)),
    );
    const scope = office === undefined ? null : appointScope(actor, office);
    const scopes =
      office === undefined || scope === null
        ? []
        : await scopeChoices(db, officeScopes[office], scope, search, today);
    return { offices: mine, scopes };
  },
});
