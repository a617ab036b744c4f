import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { holderOf, system } from '../../testing/actors.ts';
import {
  describeException,
  draftException,
  type ExceptionInput,
  exceptionStates,
  exceptionSteps,
  type ExceptionStep,
  stateFault,
} from './exception.ts';
import {
  decidingOffices,
  type ExceptionRule,
  holdsOffice,
  setExceptionRule,
  termFor,
} from './exception-rule.ts';
import { decideException, giveOpinion, heardOn, submitException } from './exception-steps.ts';
import {
  around,
  at,
  code,
  coordinator,
  exception,
  input,
  manager,
  somebody,
  today,
  unit,
} from './testing.ts';

const headOfDepartment = holderOf('departmentHead', somebody, { units: [newId<'Unit'>(), unit] });
const director = holderOf('municipalDirector', somebody);
const elsewhere = holderOf('manager', somebody, { units: [newId<'Unit'>()] });

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

  it('is another wording when it is changed, with one more who has written in it', () => {
    const before = exception();
    const changed = { ...input, riskAfter: { consequence: 1, likelihood: 1 } };
    const described = describeException(before, changed, around, at(manager));
    if (isRefusal(described)) throw new Error(described.code);
    expect(described.next).toMatchObject({ wording: 2, writers: [before.appliedBy, somebody] });
    const again = describeException(described.next, input, around, at(manager));
    expect(again).toMatchObject({ next: { wording: 3, writers: [before.appliedBy, somebody] } });
    expect(code(describeException(before, input, around, at(manager)))).toBe('nothingChanged');
  });

  it.each([
    ['on this wording', [{ wording: 2 }], 1],
    ['on the one before', [{ wording: 1 }], 0],
    ['on both', [{ wording: 1 }, { wording: 2 }], 1],
    ['on none', [], 0],
  ])('is heard by whoever was heard %s', (_name, given, count) => {
    const opinions = given.map((one) => ({ ...one, office: 'informationSecurityCoordinator' as const }));
    expect(heardOn(exception({ wording: 2 }), opinions)).toHaveLength(count);
  });

  it('is heard in the name of an office that one holds', () => {
    const said = { stance: 'conditional', text: 'Gärna tidigare' } as const;
    const own = { ...said, office: 'informationSecurityCoordinator' } as const;
    expect(giveOpinion(exception(), 1, own, at(coordinator))).toMatchObject({
      next: { opinion: { number: 2, wording: 1, givenBy: somebody, givenOn: today } },
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
    [
      'on what one has written in',
      exception({ writers: [newId(), somebody] }),
      grants,
      found,
      manager,
      'ownApplication',
    ],
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
