import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../kernel/action.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { employee } from '../../testing/actors.ts';
import {
  describeMeasure,
  type Measure,
  measureSteps,
  measureStates,
  type MeasureStep,
  registerMeasure,
  stateFault,
} from './measure.ts';
import {
  allocateResources,
  dropMeasure,
  finishMeasure,
  judgeEffect,
  reopenMeasure,
  startMeasure,
  writeNote,
} from './measure-steps.ts';

const person = newId<'Person'>();
const circumstances: Circumstances = {
  actor: employee(person),
  now: new Date('2026-11-23T10:00:00Z'),
  today: '2026-11-23',
  newId,
  confirmed: new Set(),
};
const input = {
  title: 'Byt lösenord',
  description: '',
  unitId: newId<'Unit'>(),
  ownerPersonId: person,
  ownerOffice: null,
  dueOn: '2026-12-01',
  cost: 5000,
  secrecyProvisions: [],
  source: null,
  clause: 'P43',
};
const around = { unitStands: true, personHere: true, sourceSeen: true };

function measure(row: Partial<Measure> = {}): Measure {
  const decided = registerMeasure(input, around, circumstances);
  if (isRefusal(decided)) throw new Error(decided.code);
  return { ...decided.next, ...row };
}
const outcome = (decided: ReturnType<typeof startMeasure>) =>
  isRefusal(decided) ? decided.code : decided.next;

describe('a measure', () => {
  it.each([
    ['as it should be', input, around, null],
    ['due today', { ...input, dueOn: '2026-11-23' }, around, null],
    [
      'owned by an office',
      { ...input, ownerPersonId: null, ownerOffice: 'itManager' as const },
      around,
      null,
    ],
    ['due yesterday', { ...input, dueOn: '2026-11-22' }, around, 'dueNotAhead'],
    ['of nobody', { ...input, ownerPersonId: null }, around, 'ownerMissing'],
    ['of two', { ...input, ownerOffice: 'itManager' as const }, around, 'ownerMissing'],
    ['of somebody who has left', input, { ...around, personHere: false }, 'personUnknown'],
    ['in a unit that is no more', input, { ...around, unitStands: false }, 'unitUnknown'],
    ['from what cannot be seen', input, { ...around, sourceSeen: false }, 'sourceUnknown'],
  ])('%s', (_name, given, surroundings, code) => {
    const decided = registerMeasure(given, surroundings, circumstances);
    expect(isRefusal(decided) ? decided.code : null).toBe(code);
  });

  it('that is late can be described anew without a new day, but not be given another day that has passed', () => {
    const late = measure({ dueOn: '2026-11-01' });
    const { source: _source, clause: _clause, ...fields } = input;
    const same = { ...fields, dueOn: '2026-11-01', title: 'Byt alla lösenord' };
    expect(outcome(describeMeasure(late, same, around, circumstances))).toMatchObject({ title: same.title });
    const passed = { ...same, dueOn: '2026-11-02' };
    expect(outcome(describeMeasure(late, passed, around, circumstances))).toBe('dueNotAhead');
    expect(outcome(describeMeasure(late, { ...fields, dueOn: late.dueOn }, around, circumstances))).toBe(
      'nothingChanged',
    );
  });

  it.each(Object.keys(measureSteps) as MeasureStep[])('takes the step %s only in its states', (step) => {
    const open: readonly string[] = measureSteps[step];
    for (const state of measureStates)
      expect(stateFault({ state }, step) === null, state).toBe(open.includes(state));
  });

  it('goes from planned by ongoing and done to a judged effect', () => {
    const ongoing = outcome(startMeasure(measure()));
    expect(ongoing).toMatchObject({ state: 'ongoing', version: 2 });
    const done = outcome(finishMeasure(ongoing as Measure, { doneOn: '2026-11-20' }, circumstances));
    expect(done).toMatchObject({ state: 'done', doneOn: '2026-11-20' });
    const seen = { effect: 'partly' as const, effectSeen: 'Färre försök' };
    expect(outcome(judgeEffect(done as Measure, seen, circumstances))).toMatchObject({
      ...seen,
      state: 'judged',
      effectOn: '2026-11-23',
      effectBy: person,
    });
  });

  it.each([
    ['finished tomorrow', finishMeasure(measure(), { doneOn: '2026-11-24' }, circumstances), 'doneInFuture'],
    [
      'judged before it is done',
      judgeEffect(measure(), { effect: 'none', effectSeen: 'Inget' }, circumstances),
      'notDone',
    ],
    ['started twice', startMeasure(measure({ state: 'ongoing' })), 'notInState'],
    ['dropped when done', dropMeasure(measure({ state: 'done' }), 'Behövs inte'), 'notInState'],
    ['opened while open', reopenMeasure(measure(), 'Igen'), 'notInState'],
    [
      'given money without a decision',
      allocateResources(measure(), { resources: 'allocated', resourceDecision: ' ' }, circumstances),
      'decisionMissing',
    ],
  ])('is not %s', (_name, decided, code) => {
    expect(outcome(decided)).toBe(code);
  });

  it('that is opened again has nothing seen of it', () => {
    const judged = measure({ state: 'judged', doneOn: '2026-11-01', effect: 'none', effectSeen: 'Inget' });
    expect(outcome(reopenMeasure(judged, 'Hjälpte inte'))).toMatchObject({
      state: 'ongoing',
      doneOn: null,
      effect: null,
      effectSeen: '',
    });
  });

  it.each([
    ['allocated', 'KS 2026-06-15 § 47', '2026-11-23'],
    ['withinBudget', '', '2026-11-23'],
  ] as const)('has its resources %s', (resources, resourceDecision, resourcesOn) => {
    const decided = allocateResources(measure(), { resources, resourceDecision }, circumstances);
    expect(outcome(decided)).toMatchObject({ resources, resourceDecision, resourcesOn });
  });

  it('takes lines on how it goes, in order', () => {
    const decided = writeNote(measure(), 2, 'Halvvägs', circumstances);
    expect(isRefusal(decided) ? decided : decided.next.note).toMatchObject({ number: 3, text: 'Halvvägs' });
    expect(writeNote(measure({ state: 'dropped' }), 0, 'Nej', circumstances)).toMatchObject({
      code: 'notInState',
    });
  });
});
