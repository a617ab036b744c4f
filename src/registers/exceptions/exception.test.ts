import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import type { Circumstances } from '../../kernel/action.ts';
import { addDays, addMonths } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { holderOf, system } from '../../testing/actors.ts';
import {
  describeException,
  draftException,
  type Exception,
  type ExceptionInput,
  exceptionStates,
  exceptionSteps,
  type ExceptionStep,
  standingOf,
  stateFault,
} from './exception.ts';
import {
  decidingOffices,
  type ExceptionRule,
  holdsOffice,
  setExceptionRule,
  termFor,
} from './exception-rule.ts';
import { decideException, endException, giveOpinion, submitException } from './exception-steps.ts';
import { expireException, hasOverrun, reminderDue, remindOfEnd } from './expiry.ts';

const today = '2026-11-23';
const unit = newId<'Unit'>();
const applicant = newId<'Person'>();
const somebody = newId<'Person'>();
const at = (actor: Actor, day = today): Circumstances => ({
  actor,
  now: new Date(`${day}T10:00:00Z`),
  today: day,
  newId,
  confirmed: new Set(),
});
const coordinator = holderOf('informationSecurityCoordinator', somebody);
const manager = holderOf('manager', somebody, { scopeId: unit, units: [unit] });
const headOfDepartment = holderOf('departmentHead', somebody, { units: [newId<'Unit'>(), unit] });
const director = holderOf('municipalDirector', somebody);
const elsewhere = holderOf('manager', somebody, { units: [newId<'Unit'>()] });

const input: ExceptionInput = {
  title: 'Gamla plattor utan inloggning',
  object: { register: 'unit', id: unit },
  clause: 'P43',
  sentenceId: null,
  unitId: unit,
  reason: 'De byts i vår',
  compensation: 'De står i ett låst rum',
  riskBefore: { consequence: 3, likelihood: 3 },
  riskAfter: { consequence: 1, likelihood: 2 },
  personalData: false,
  secrecyProvisions: [],
  endsOn: '2027-11-22',
};
const around = { unitStands: true, demandStands: true, objectSeen: true };
const code = (result: object | Refusal) => (isRefusal(result) ? result.code : null);

function exception(row: Partial<Exception> = {}): Exception {
  const drafted = draftException(input, around, at(holderOf('manager', applicant)));
  if (isRefusal(drafted)) throw new Error(drafted.code);
  return { ...drafted.next, state: 'opinion', ...row };
}

describe('an application', () => {
  it.each<[string, ExceptionInput, typeof around, string | null]>([
    ['as it should be', input, around, null],
    ['that ends tomorrow', { ...input, endsOn: '2026-11-24' }, around, null],
    ['that ends today', { ...input, endsOn: today }, around, 'endNotAhead'],
    ['from no demand', { ...input, clause: null }, around, 'oneDemand'],
    ['from two', { ...input, sentenceId: newId<'Sentence'>() }, around, 'oneDemand'],
    ['from a demand there is not', input, { ...around, demandStands: false }, 'demandUnknown'],
    ['for what cannot be seen', input, { ...around, objectSeen: false }, 'objectUnknown'],
    ['for a unit that is no more', input, { ...around, unitStands: false }, 'unitUnknown'],
  ])('%s', (_name, given, surroundings, refused) => {
    expect(code(draftException(given, surroundings, at(manager)))).toBe(refused);
  });

  it('is handed in with what weighs up, and cannot lose it then', () => {
    expect(code(submitException(exception({ state: 'draft', compensation: ' ' })))).toBe(
      'compensationMissing',
    );
    expect(submitException(exception({ state: 'draft' }))).toMatchObject({ next: { state: 'opinion' } });
    const emptied = { ...input, compensation: '' };
    expect(code(describeException(exception(), emptied, around, at(manager)))).toBe('compensationMissing');
    expect(code(describeException(exception({ state: 'draft' }), emptied, around, at(manager)))).toBe(null);
  });

  it.each(Object.keys(exceptionSteps) as ExceptionStep[])('takes the step %s only in its states', (step) => {
    const open: readonly string[] = exceptionSteps[step];
    for (const state of exceptionStates)
      expect(stateFault({ state }, step) === null, state).toBe(open.includes(state));
  });

  it('is heard in the name of an office that one holds', () => {
    const said = { stance: 'conditional', text: 'Gärna tidigare' } as const;
    const own = { ...said, office: 'informationSecurityCoordinator' } as const;
    expect(giveOpinion(exception(), 1, own, at(coordinator))).toMatchObject({
      next: { opinion: { number: 2, givenBy: somebody, givenOn: today } },
    });
    const other = { ...said, office: 'dataProtectionOfficer' } as const;
    expect(code(giveOpinion(exception(), 1, other, at(coordinator)))).toBe('notYourOffice');
    expect(code(giveOpinion(exception({ state: 'draft' }), 0, own, at(coordinator)))).toBe('notSubmitted');
  });
});

const heard = ['informationSecurityCoordinator'] as const;
const found = { rules: [], heard, renewed: null };
const grants = { granted: true, decision: 'Beviljas', conditions: '', validFrom: null, endsOn: '2027-11-22' };
const refuses = { ...grants, granted: false, endsOn: null };
const risk = (consequence: number, likelihood: number) => ({ riskAfter: { consequence, likelihood } });

describe('a decision', () => {
  it.each([
    ['low', risk(1, 2), 'the manager', manager, null],
    ['low', risk(1, 2), 'the head of department over the unit', headOfDepartment, null],
    ['low', risk(1, 2), 'another unit’s manager', elsewhere, 'notTheDecider'],
    ['low', risk(1, 2), 'the director', director, 'notTheDecider'],
    ['medium', risk(2, 3), 'the manager', manager, 'notTheDecider'],
    ['medium', risk(2, 3), 'the head of department', headOfDepartment, null],
    ['high', risk(3, 3), 'the head of department', headOfDepartment, 'notTheDecider'],
    ['high', risk(3, 3), 'the director', director, null],
    ['extreme', risk(4, 4), 'the director', director, null],
    ['high', risk(3, 3), 'the coordinator', coordinator, 'notTheDecider'],
  ])('at %s risk %o is for whom the table says: %s', (_level, row, _who, actor, refused) => {
    const decided = decideException(exception(row), { ...grants, endsOn: '2027-11-01' }, found, at(actor));
    expect(code(decided)).toBe(refused);
  });

  const own: ExceptionRule = {
    id: newId(),
    version: 1,
    risk: 'low',
    office: 'informationSecurityCoordinator',
    longestMonths: 3,
    reason: 'Vi är få',
  };
  it.each([
    ['granted', exception(), grants, found, manager, null],
    ['refused', exception(), refuses, found, manager, null],
    [
      'refused with a last day',
      exception(),
      { ...refuses, endsOn: '2027-01-01' },
      found,
      manager,
      'termsNotAsked',
    ],
    ['granted without a last day', exception(), { ...grants, endsOn: null }, found, manager, 'endMissing'],
    [
      'granted from yesterday',
      exception(),
      { ...grants, validFrom: '2026-11-22' },
      found,
      manager,
      'validBeforeToday',
    ],
    ['granted for no day', exception(), { ...grants, endsOn: today }, found, manager, 'endNotAhead'],
    [
      'granted to the last day allowed',
      exception(),
      { ...grants, endsOn: '2028-11-23' },
      found,
      manager,
      null,
    ],
    [
      'granted a day too long',
      exception(),
      { ...grants, endsOn: '2028-11-24' },
      found,
      manager,
      'endTooLate',
    ],
    ['on one’s own', exception({ appliedBy: somebody }), grants, found, manager, 'ownApplication'],
    ['unheard', exception(), grants, { ...found, heard: [] }, manager, 'opinionMissing'],
    [
      'on personal data without the officer',
      exception({ personalData: true }),
      grants,
      found,
      manager,
      'officerMissing',
    ],
    [
      'on personal data with the officer',
      exception({ personalData: true }),
      grants,
      { ...found, heard: [...heard, 'dataProtectionOfficer' as const] },
      manager,
      null,
    ],
    ['on a draft', exception({ state: 'draft' }), grants, found, manager, 'notSubmitted'],
    ['twice', exception({ state: 'decided' }), grants, found, manager, 'notInState'],
    ['by the old table', exception(), grants, { ...found, rules: [own] }, manager, 'notTheDecider'],
    [
      'by the new table',
      exception(),
      { ...grants, endsOn: '2027-02-23' },
      { ...found, rules: [own] },
      coordinator,
      null,
    ],
    ['longer than the new table', exception(), grants, { ...found, rules: [own] }, coordinator, 'endTooLate'],
  ])('%s', (_name, before, given, surroundings, actor, refused) => {
    expect(code(decideException(before, given, surroundings, at(actor)))).toBe(refused);
  });

  it('says who decided as what, and from when it holds', () => {
    expect(decideException(exception(), grants, found, at(manager))).toMatchObject({
      next: {
        exception: { state: 'decided', decidedBy: somebody, decidedAs: 'manager', validFrom: today },
        renewed: null,
      },
    });
  });

  it('on a renewal ends the one before, unless that has ended', () => {
    const running = exception({ state: 'decided', validFrom: '2026-01-01' });
    const renewal = exception({ replacesId: running.id });
    const decided = decideException(renewal, grants, { ...found, renewed: running }, at(manager));
    expect(decided).toMatchObject({
      next: { renewed: { id: running.id, state: 'ended', endedOn: today, version: running.version + 1 } },
      event: { touched: [`exception:${running.id}`] },
    });
    const past = { ...running, state: 'expired' as const };
    expect(decideException(renewal, grants, { ...found, renewed: past }, at(manager))).toMatchObject({
      next: { renewed: null },
    });
    expect(decideException(renewal, refuses, { ...found, renewed: running }, at(manager))).toMatchObject({
      next: { renewed: null },
    });
  });

  it('never holds longer than the table says, nor without an end, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: -400, max: 2000 }),
        fc.integer({ min: -100, max: 400 }),
        (consequence, likelihood, length, start) => {
          const before = exception(risk(consequence, likelihood));
          const validFrom = addDays(today, start);
          const asked = { ...grants, validFrom, endsOn: addDays(validFrom, length) };
          const decided = decideException(before, asked, found, at(system));
          if (isRefusal(decided)) return;
          const { exception: next } = decided.next;
          expect(next.validFrom !== null && next.validFrom >= today).toBe(true);
          expect(next.endsOn <= addMonths(validFrom, 24) && next.endsOn > validFrom).toBe(true);
        },
      ),
    );
  });
});

describe('the table of deciders', () => {
  it('is ours until somebody has said otherwise', () => {
    expect(termFor('high', [])).toEqual({ office: 'municipalDirector', longestMonths: 24 });
    const given = {
      risk: 'high',
      office: 'departmentHead',
      longestMonths: 6,
      reason: 'Beslut i KS',
    } as const;
    const set = setExceptionRule(null, given, at(coordinator));
    if (isRefusal(set)) throw new Error(set.code);
    expect(termFor('high', [set.next])).toMatchObject({ office: 'departmentHead', longestMonths: 6 });
    expect(code(setExceptionRule(set.next, given, at(coordinator)))).toBe('nothingChanged');
  });

  it.each(decidingOffices)('lets nobody without %s hold it', (office) => {
    expect(holdsOffice(elsewhere, office, unit)).toBe(false);
  });
});

describe('the end', () => {
  const decided = exception({ state: 'decided', validFrom: '2026-01-01' });
  it.each([
    ['61 days before', '2027-01-23', null, null],
    ['60 days before', '2027-01-22', null, 60],
    ['60 days before, reminded', '2027-01-22', 60, null],
    ['15 days before, reminded once', '2026-12-08', 60, null],
    ['14 days before', '2026-12-07', 60, 14],
    ['14 days before, never reminded', '2026-12-07', null, 14],
    ['10 days before, reminded twice', '2026-12-03', 14, null],
    ['on its last day, never reminded', today, null, 14],
    ['the day after', '2026-11-22', null, null],
  ])('%s: a reminder is due or not', (_name, endsOn, remindedDays, due) => {
    expect(reminderDue({ ...decided, endsOn, remindedDays }, today)).toBe(due);
    const reminded = remindOfEnd({ ...decided, endsOn, remindedDays }, at(system));
    expect(isRefusal(reminded) ? null : reminded.next.remindedDays).toBe(due);
  });

  it.each([
    ['its last day', 'decided', today, false],
    ['the day after', 'decided', '2026-11-22', true],
    ['refused', 'refused', '2026-11-22', false],
    ['ended early', 'ended', '2026-11-22', false],
    ['a deviation already', 'expired', '2026-11-22', false],
  ] as const)('%s: has overrun or not', (_name, state, endsOn, overrun) => {
    expect(hasOverrun({ state, endsOn }, today)).toBe(overrun);
  });

  it('that nobody saw to is a deviation from the same demand, discovered the day after', () => {
    const row = { ...decided, endsOn: '2026-11-20', secrecyProvisions: ['OSL 18:8' as const] };
    const expired = expireException(row, 'sv', at(system));
    if (isRefusal(expired)) throw new Error(expired.code);
    const { exception: next, deviation } = expired.next;
    expect(next).toMatchObject({ state: 'expired', endedOn: today });
    expect(deviation).toMatchObject({
      state: 'reported',
      clause: 'P43',
      unitId: unit,
      discoveredOn: '2026-11-21',
      risk: input.riskBefore,
      secrecyProvisions: ['OSL 18:8'],
      source: { register: 'exception', id: row.id },
    });
    expect(expired.event.touched).toEqual([`deviation:${deviation.id}`]);
    expect(code(expireException(next, 'sv', at(system)))).toBe('notOverrun');
  });

  it('can come early, with a reason, once', () => {
    const ended = endException(decided, 'Plattorna är bytta', at(manager));
    expect(ended).toMatchObject({ next: { state: 'ended', endedOn: today } });
    expect(code(endException({ ...decided, state: 'ended' }, 'Igen', at(manager)))).toBe('notInState');
  });

  it.each([
    ['decided', '2026-11-24', '2027-01-01', 'coming'],
    ['decided', today, '2027-01-01', 'inForce'],
    ['decided', '2026-01-01', today, 'inForce'],
    ['decided', '2026-01-01', '2026-11-22', 'overrun'],
    ['expired', '2026-01-01', '2026-11-22', 'expired'],
    ['draft', null, '2027-01-01', 'draft'],
  ] as const)('%s from %s to %s stands as %s', (state, validFrom, endsOn, standing) => {
    expect(standingOf({ state, validFrom, endsOn }, today)).toBe(standing);
  });
});
