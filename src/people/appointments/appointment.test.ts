import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Actor, HeldOffice } from '../../kernel/access.ts';
import type { Circumstances } from '../../kernel/action.ts';
import { holds } from '../../kernel/calendar.ts';
import type { Period } from '../../kernel/facts.ts';
import { newId } from '../../kernel/ids.ts';
import { type Office, offices } from '../../kernel/offices.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { mayAppoint } from './appointing.ts';
import {
  type Appointment,
  appointmentState,
  beginAppointment,
  type BeginInput,
  describeAppointment,
  endAppointment,
  scopeFault,
} from './appointment.ts';
import type { AppointmentGround } from './ground.ts';

const today = '2026-11-23';
const me = newId<'Person'>();
const anna = newId<'Person'>();
const unit = newId<'Unit'>();

function circumstances(actor: Actor = system): Circumstances {
  return { actor, now: new Date(`${today}T10:00:00Z`), today, newId, confirmed: new Set() };
}

const open: Period = { from: '2020-01-01', until: null };
const ground = (change: Partial<AppointmentGround> = {}): AppointmentGround => ({
  person: open,
  scopePeriod: null,
  keys: {},
  others: [],
  held: [],
  ...change,
});
const input = (change: Partial<BeginInput> = {}): BeginInput => ({
  office: 'itManager',
  scope: 'municipality',
  scopeId: null,
  personId: anna,
  deputy: false,
  from: '2026-01-01',
  until: null,
  decision: null,
  ...change,
});
const appointment = (change: Partial<Appointment> = {}): Appointment => ({
  ...input(),
  id: newId<'Appointment'>(),
  version: 1,
  period: { from: '2026-01-01', until: null },
  toConfirm: false,
  ...change,
});
const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.code : 'ok');

describe('who may appoint to what', () => {
  const held = (office: Office, where: Partial<HeldOffice> = {}) =>
    holderOf(office, me, {
      scope: where.scope ?? 'municipality',
      scopeId: where.scopeId ?? null,
      units: where.units ?? [],
    });
  const systemId = newId<'System'>();
  const nobody: readonly Office[] = [];
  const leaders = offices.filter((office) => office !== 'auditor' && office !== 'administrator');
  const ofUnit: readonly Office[] = ['manager', 'informationOwner', 'systemOwner', 'systemMaintainer'];
  const keys = { unit, record: systemId };
  test.each<[string, Actor, readonly Office[]]>([
    ['somebody without an office', employee(me), nobody],
    ['the municipal director', held('municipalDirector'), leaders],
    ['the coordinator', held('informationSecurityCoordinator'), leaders],
    [
      'a head of the department',
      held('departmentHead', { scope: 'unit', scopeId: unit, units: [unit] }),
      ofUnit,
    ],
    [
      'a head of another department',
      held('departmentHead', { scope: 'unit', units: [newId<'Unit'>()] }),
      nobody,
    ],
    ['a manager', held('manager', { scope: 'unit', scopeId: unit, units: [unit] }), nobody],
    [
      'the owner of the system',
      held('systemOwner', { scope: 'system', scopeId: systemId }),
      ['systemMaintainer'],
    ],
    ['the owner of another system', held('systemOwner', { scope: 'system', scopeId: newId() }), nobody],
    ['the administrator', held('administrator'), ['auditor', 'administrator']],
    ['the auditor', held('auditor'), nobody],
    ['the data protection officer', held('dataProtectionOfficer', { scope: 'entity' }), nobody],
    ['the HR manager', held('hrManager'), nobody],
  ])('%s', (_who, actor, expected) => {
    expect(offices.filter((office) => mayAppoint(actor, office, keys, false))).toEqual(expected);
  });

  it('the administrator also to the coordinator’s office, while it stands empty', () => {
    const vacant = offices.filter((office) => mayAppoint(held('administrator'), office, {}, true));
    expect(vacant).toEqual(['informationSecurityCoordinator', 'auditor', 'administrator']);
  });

  it('the coordinator an administrator, while there is none', () => {
    const actor = held('informationSecurityCoordinator');
    expect(mayAppoint(actor, 'administrator', {}, true)).toBe(true);
    expect(mayAppoint(actor, 'auditor', {}, true)).toBe(false);
  });
});

test.each<[string, Partial<BeginInput>, string]>([
  ['the whole municipality', {}, 'ok'],
  ['a unit with its id', { office: 'manager', scope: 'unit', scopeId: newId<'Scope'>() }, 'ok'],
  ['a unit without', { office: 'manager', scope: 'unit' }, 'scopeMissing'],
  ['the municipality for a unit’s office', { office: 'manager' }, 'scopeUnfit'],
  ['a needless id', { scopeId: newId<'Scope'>() }, 'scopeUnfit'],
])('the office fits %s', (_what, change, code) => {
  const fault = scopeFault(input(change));
  expect(fault === null ? 'ok' : fault.code).toBe(code);
});

const other = (period: Period, change: object = {}) => ({
  id: newId<'Appointment'>(),
  personId: newId<'Person'>(),
  name: 'Maria Lind',
  deputy: false,
  ...period,
  ...change,
});

describe('beginning', () => {
  const until2025 = { from: '2020-01-01', until: '2025-12-31' };
  const until2026 = { from: '2020-01-01', until: '2026-01-01' };
  const from2027 = { from: '2027-01-01', until: null };
  test.each<[string, Partial<BeginInput>, Partial<AppointmentGround>, string]>([
    ['where nobody is', {}, {}, 'ok'],
    ['the day after another', {}, { others: [other(until2025)] }, 'ok'],
    ['another’s last day', {}, { others: [other(until2026)] }, 'alreadyHeld'],
    ['into somebody’s to come', {}, { others: [other(from2027)] }, 'alreadyHeld'],
    ['up to somebody’s to come', { until: '2026-12-31' }, { others: [other(from2027)] }, 'ok'],
    ['beside a deputy', {}, { others: [other(open, { deputy: true })] }, 'ok'],
    ['as a deputy', { deputy: true }, { others: [other(open)] }, 'ok'],
    [
      'the same person twice',
      { deputy: true },
      { others: [other(open, { personId: anna })] },
      'alreadyAppointed',
    ],
    ['nobody known', {}, { person: null }, 'personUnknown'],
    ['longer than she stays', {}, { person: { from: '2020-01-01', until: '2026-12-31' } }, 'personNotThere'],
    [
      'as long as she stays',
      { until: '2026-12-31' },
      { person: { from: '2026-01-01', until: '2026-12-31' } },
      'ok',
    ],
    ['before she came', {}, { person: { from: '2026-01-02', until: null } }, 'personNotThere'],
    ['for what has ended', {}, { scopePeriod: until2025 }, 'scopeNotThere'],
    ['for what ends later', {}, { scopePeriod: until2026 }, 'ok'],
    ['backwards', { until: '2025-12-31' }, {}, 'endsBeforeStart'],
    ['one day', { until: '2026-01-01' }, {}, 'ok'],
    ['an auditor without decision', { office: 'auditor' }, {}, 'decisionByBodyMissing'],
    [
      'an auditor by delegation',
      { office: 'auditor', decision: 'Delegationsbeslut 2026-01-01 p 1' },
      {},
      'decisionByBodyMissing',
    ],
    ['an auditor by the council', { office: 'auditor', decision: 'KF 2026-01-01 § 1' }, {}, 'ok'],
  ])('%s', (_what, change, about, code) => {
    expect(codeOf(beginAppointment(ground(about), input(change), circumstances()))).toBe(code);
  });

  it('warns of lost independence whichever office comes last, and only then', () => {
    const warned = (office: Office, held: Office, period: Period = open) => {
      const beside = { id: newId<'Appointment'>(), office: held, ...period };
      const outcome = beginAppointment(
        ground({ held: [beside] }),
        input({ office, decision: 'KS 2026-01-01 § 1' }),
        circumstances(),
      );
      return isRefusal(outcome) ? outcome.code : outcome.next.warnings;
    };
    expect(warned('dataProtectionOfficer', 'itManager')).toEqual(['officerNotIndependent']);
    expect(warned('itManager', 'dataProtectionOfficer')).toEqual(['officerNotIndependent']);
    expect(warned('dataProtectionOfficer', 'auditor')).toEqual([]);
    expect(warned('itManager', 'systemOwner')).toEqual([]);
    expect(warned('dataProtectionOfficer', 'itManager', { from: '2020-01-01', until: '2025-12-31' })).toEqual(
      [],
    );
  });
});

describe('ending', () => {
  const ended = { from: '2020-01-01', until: '2026-11-22' };
  const coming = { from: '2026-12-01', until: null };
  test.each<[string, Period | null, string, string, Period | null]>([
    ['today', open, today, 'ok', { from: '2020-01-01', until: today }],
    ['last Friday', open, '2026-11-20', 'ok', { from: '2020-01-01', until: '2026-11-20' }],
    ['later', open, '2027-01-31', 'ok', { from: '2020-01-01', until: '2027-01-31' }],
    ['before its first day', open, '2019-12-31', 'endsBeforeStart', null],
    ['what has ended', ended, today, 'alreadyEnded', null],
    ['what never held', null, today, 'withdrawn', null],
    [
      'no sooner than it does',
      { from: '2020-01-01', until: '2026-12-31' },
      '2026-12-31',
      'endsEarlier',
      null,
    ],
    ['before it begins', coming, today, 'ok', null],
    ['on its first day', coming, '2026-12-01', 'ok', { from: '2026-12-01', until: '2026-12-01' }],
  ])('%s', (_what, period, lastDay, code, expected) => {
    const outcome = endAppointment(
      appointment({ period }),
      ground(),
      { lastDay, reason: 'Slutar' },
      circumstances(),
    );
    expect(codeOf(outcome)).toBe(code);
    if (!isRefusal(outcome)) {
      expect(outcome.next.period).toEqual(expected);
      expect(outcome.event.kind).toBe(expected === null ? 'appointment.withdrawn' : 'appointment.ended');
    }
  });

  it('leaves no day after the last', () => {
    const day = fc
      .integer({ min: -400, max: 400 })
      .map((offset) => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.option(day), day, day, (from, until, lastDay, asked) => {
        if (until !== null && until < from) return;
        const outcome = endAppointment(
          appointment({ period: { from, until } }),
          ground(),
          { lastDay, reason: 'Slutar' },
          circumstances(),
        );
        if (isRefusal(outcome)) return;
        const held = outcome.next.period !== null && holds(outcome.next.period, asked);
        expect(held).toBe(holds({ from, until }, asked) && asked <= lastDay);
      }),
    );
  });
});

it('does not let the holder of a control office prolong it herself', () => {
  const administrator = holderOf('administrator', me);
  const mine = appointment({ office: 'administrator', personId: me });
  const longer = { from: '2026-01-01', until: '2030-12-31', decision: null };
  expect(codeOf(describeAppointment(mine, ground(), longer, circumstances(administrator)))).toBe(
    'ownControlOffice',
  );
  const hers = appointment({ office: 'administrator', personId: anna });
  const beside = ground({ others: [other(open, { deputy: true })] });
  expect(codeOf(describeAppointment(hers, beside, longer, circumstances(administrator)))).toBe('ok');
  const giveUp = { lastDay: today, reason: 'Lämnar över' };
  expect(codeOf(endAppointment(mine, beside, giveUp, circumstances(administrator)))).toBe('ok');
});

describe('the last administrator', () => {
  const last = appointment({ office: 'administrator', personId: anna });
  const self = { ...other(open), id: last.id };
  test.each<[string, readonly Period[], string, string]>([
    ['ends when nobody else is', [], today, 'lastAdministrator'],
    ['when another is', [open], today, 'ok'],
    ['when another was', [{ from: '2020-01-01', until: today }], today, 'lastAdministrator'],
    ['when another begins the day after', [{ from: '2026-11-24', until: null }], today, 'ok'],
    ['when another begins later', [{ from: '2026-11-25', until: null }], today, 'lastAdministrator'],
    ['when another begins in time', [{ from: '2026-11-25', until: null }], '2026-11-24', 'ok'],
    ['days ago, when another is since', [{ from: today, until: null }], '2026-11-02', 'ok'],
  ])('%s', (_what, periods, lastDay, code) => {
    const others = [self, ...periods.map((period) => other(period, { deputy: true }))];
    const ending = { lastDay, reason: 'Slutar' };
    expect(codeOf(endAppointment(last, ground({ others }), ending, circumstances()))).toBe(code);
    const shorter = { from: '2026-01-01', until: lastDay, decision: null };
    expect(codeOf(describeAppointment(last, ground({ others }), shorter, circumstances()))).toBe(code);
  });

  it('is not put off until later either', () => {
    const later = { from: '2026-12-01', until: null, decision: null };
    expect(codeOf(describeAppointment(last, ground({ others: [self] }), later, circumstances()))).toBe(
      'lastAdministrator',
    );
  });
});

test.each<[Period | null, string]>([
  [null, 'withdrawn'],
  [{ from: today, until: today }, 'inForce'],
  [{ from: '2026-11-24', until: null }, 'coming'],
  [{ from: '2026-01-01', until: '2026-11-22' }, 'ended'],
])('%o is %s', (period, state) => {
  expect(appointmentState(period, today)).toBe(state);
});
