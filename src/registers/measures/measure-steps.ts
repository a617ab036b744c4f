import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, OneOf, Prose, Reason, type Static } from '../../kernel/schema.ts';
import { changed, effects, type Measure, resourceAnswers, stateFault } from './measure.ts';

export const allocateInput = Fields({ resources: OneOf(resourceAnswers), resourceDecision: Prose(500) });
export const finishInput = Fields({ doneOn: Day() });
export const judgeInput = Fields({ effect: OneOf(effects), effectSeen: Reason() });
export const noteInput = Fields({ text: Reason(4000) });
export const reasonInput = Fields({ reason: Reason() });

/** Says whether there is money and people for it. What somebody has allocated names the decision. */
export function allocateResources(
  before: Measure,
  { resources, resourceDecision }: Static<typeof allocateInput>,
  { today }: Circumstances,
): Decision<Measure> | Refusal {
  const fault = stateFault(before, 'allocate');
  if (fault !== null) return fault;
  if (resources === 'allocated' && resourceDecision.trim().length < 3)
    return refuse('decisionMissing', { field: 'resourceDecision' });
  const resourcesOn = resources === 'undecided' ? null : today;
  return changed(before, { ...before, resources, resourceDecision, resourcesOn }, 'measure.allocated');
}

export function startMeasure(before: Measure): Decision<Measure> | Refusal {
  return stateFault(before, 'start') ?? changed(before, { ...before, state: 'ongoing' }, 'measure.started');
}

/** What was to be done is done; whether it helped is judged later. */
export function finishMeasure(
  before: Measure,
  { doneOn }: Static<typeof finishInput>,
  { today }: Circumstances,
): Decision<Measure> | Refusal {
  const fault = stateFault(before, 'finish');
  if (fault !== null) return fault;
  if (doneOn > today) return refuse('doneInFuture', { field: 'doneOn' });
  return changed(before, { ...before, state: 'done', doneOn }, 'measure.finished');
}

/** What was seen of the effect, when and by whom. */
export function judgeEffect(
  before: Measure,
  { effect, effectSeen }: Static<typeof judgeInput>,
  { actor, today }: Circumstances,
): Decision<Measure> | Refusal {
  const fault = stateFault(before, 'judge');
  if (fault !== null) return fault;
  const seen = { effect, effectSeen, effectOn: today, effectBy: actor.personId };
  return changed(before, { ...before, ...seen, state: 'judged' }, 'measure.judged');
}

/** It will not be done, and why not. */
export function dropMeasure(before: Measure, reason: string): Decision<Measure> | Refusal {
  return (
    stateFault(before, 'drop') ?? changed(before, { ...before, state: 'dropped' }, 'measure.dropped', reason)
  );
}

/** It was not finished after all, or must be done again; what was seen of its effect stays in its history. */
export function reopenMeasure(before: Measure, reason: string): Decision<Measure> | Refusal {
  const fault = stateFault(before, 'reopen');
  if (fault !== null) return fault;
  const unseen = { doneOn: null, effect: null, effectSeen: '', effectOn: null, effectBy: null };
  return changed(before, { ...before, ...unseen, state: 'ongoing' }, 'measure.reopened', reason);
}

/** A line on how it goes. */
export interface MeasureNote {
  readonly id: Id<'MeasureNote'>;
  readonly number: number;
  readonly text: string;
  readonly writtenBy: PersonId | null;
  readonly writtenOn: string;
}

export interface Noted {
  readonly measure: Measure;
  readonly note: MeasureNote;
}

/** Writes how it goes. `notes` is how many lines there are before. */
export function writeNote(
  measure: Measure,
  notes: number,
  text: string,
  { actor, today, newId }: Circumstances,
): Decision<Noted> | Refusal {
  const fault = stateFault(measure, 'note');
  if (fault !== null) return fault;
  const number = notes + 1;
  const id = newId<'MeasureNote'>();
  const note = { id, number, text, writtenBy: actor.personId, writtenOn: today };
  return {
    next: { measure: { ...measure, version: measure.version + 1 }, note },
    event: {
      kind: 'measure.noted',
      record: measure.id,
      // A line of its own, and no field of the measure that it could be folded into.
      data: { text },
      touched: [`measureNote:${id}`],
    },
  };
}
