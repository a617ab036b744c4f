import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../../kernel/action.ts';
import { newId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { holderOf } from '../../../testing/actors.ts';
import { circumstances } from '../testing.ts';
import {
  correctExercise,
  type Exercise,
  exerciseKeys,
  type ExerciseInput,
  recordExercise,
  sourceOf,
  withdrawExercise,
} from './exercise.ts';

const unit = newId<'Unit'>();
const plan = { id: newId<'Plan'>(), systemId: null, keyUnitId: unit, endedOn: null };
const elsewhere = {
  id: newId<'Plan'>(),
  systemId: newId<'System'>(),
  keyUnitId: newId<'Unit'>(),
  endedOn: null,
};
const manager = holderOf('manager', newId<'Person'>(), { scopeId: unit, units: [unit] });
const as: Circumstances = { ...circumstances, actor: manager };
const input: ExerciseInput = {
  kind: 'tabletop',
  planIds: [plan.id],
  heldOn: '2026-11-23',
  scenario: 'Strömmen är borta i ett dygn',
  participants: 8,
  attendees: 'Enhetschefer, it-jouren',
  findings: 'Listan var gammal.',
  measures: 'Skriv ut en ny.',
  restoreTried: false,
  realReason: '',
  caseReference: '',
};
const codeOf = (step: object) => ('code' in step ? step.code : null);
const recorded = recordExercise(input, [plan], as);
if (isRefusal(recorded)) throw new Error(recorded.code);
const exercise: Exercise = recorded.next;

describe('an exercise', () => {
  it.each<[string, Partial<ExerciseInput>, string | null]>([
    ['held today', {}, null],
    ['held tomorrow', { heldOn: '2026-11-24' }, 'heldInFuture'],
    ['of a plan that is not there', { planIds: [newId<'Plan'>()] }, 'planUnknown'],
    ['of somebody else’s plan too', { planIds: [plan.id, elsewhere.id] }, 'planNotYours'],
    ['of restoring, tried', { kind: 'restore', restoreTried: true }, null],
    ['of restoring, not tried', { kind: 'restore' }, 'restoreNotTried'],
    ['at a table, with restoring tried', { restoreTried: true }, null],
    ['that was real, with why', { kind: 'real', realReason: 'Reservrutinen användes.' }, null],
    ['that was real, without why', { kind: 'real' }, 'realReasonMissing'],
    ['that was real, with nothing for why', { kind: 'real', realReason: '  ' }, 'realReasonMissing'],
    ['that was not real, with why', { realReason: 'Det hände' }, 'realReasonNotAsked'],
  ])('%s', (_name, said, code) => {
    expect(codeOf(recordExercise({ ...input, ...said }, [plan, elsewhere], as))).toBe(code);
  });

  it('is corrected, and withdrawn once', () => {
    expect(codeOf(correctExercise(exercise, [plan], { ...input, participants: 9 }, [plan], as))).toBe(null);
    expect(codeOf(correctExercise(exercise, [plan], input, [plan], as))).toBe('nothingChanged');
    const withdrawn = withdrawExercise(exercise, [plan], 'Fel plan', as);
    if (isRefusal(withdrawn)) throw new Error(withdrawn.code);
    expect(withdrawn.next).toMatchObject({ version: 2, withdrawnOn: '2026-11-23' });
    expect(codeOf(withdrawExercise(withdrawn.next, [plan], 'Igen', as))).toBe('withdrawn');
    expect(codeOf(correctExercise(withdrawn.next, [plan], input, [plan], as))).toBe('withdrawn');
  });

  it('is left as it is by who may not speak for all of its plans', () => {
    const wide: Exercise = { ...exercise, planIds: [plan.id, elsewhere.id] };
    for (const tried of [[plan], [plan, elsewhere]]) {
      expect(codeOf(correctExercise(wide, tried, input, [plan], as))).toBe('planNotYours');
      expect(codeOf(withdrawExercise(wide, tried, 'Fel plan', as))).toBe('planNotYours');
    }
  });

  it('is known by all its plans, and is where a measure can come from', () => {
    expect(exerciseKeys([plan, elsewhere])).toEqual({
      record: [elsewhere.systemId],
      unit: [unit, elsewhere.keyUnitId],
    });
    expect(sourceOf('exercise', exercise.id)).toEqual({ register: 'exercise', id: exercise.id });
  });
});
