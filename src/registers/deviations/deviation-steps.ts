import type { Actor } from '../../kernel/access.ts';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, Reason, type Static } from '../../kernel/schema.ts';
import { changed, closingOffices, type Deviation, stateFault } from './deviation.ts';

export const decideInput = Fields({ decision: Reason(4000), followUpOn: Day() });
export const closeInput = Fields({ outcome: Reason(4000) });
export const reasonInput = Fields({ reason: Reason() });

/**
 * Decides what is done about it and when that is followed up. Asked again it is a new decision, such as to follow up once more:
 * the earlier stands in the history.
 */
export function decideDeviation(
  before: Deviation,
  { decision, followUpOn }: Static<typeof decideInput>,
  { actor, today }: Circumstances,
): Decision<Deviation> | Refusal {
  const fault = stateFault(before, 'decide');
  if (fault !== null) return fault;
  if (before.cause.trim() === '') return refuse('causeMissing');
  if (before.risk === null) return refuse('riskMissing');
  if (followUpOn < today) return refuse('followUpNotAhead', { field: 'followUpOn' });
  const decided = { decision, followUpOn, decidedOn: today, decidedBy: actor.personId };
  return changed(before, { ...before, ...decided, state: 'decided' }, 'deviation.decided');
}

/** Follows it up and closes it, with what was found. Measures that came of it go on. */
export function closeDeviation(
  before: Deviation,
  { outcome }: Static<typeof closeInput>,
  { actor, today }: Circumstances,
): Decision<Deviation> | Refusal {
  const fault = stateFault(before, 'close') ?? closerFault(before, actor);
  if (fault !== null) return fault;
  const closed = { outcome, closedOn: today, closedBy: actor.personId };
  return changed(before, { ...before, ...closed, state: 'closed' }, 'deviation.closed');
}

/** Is the actor, by an office that reaches the unit, one who may close a deviation of the risk it has and has had? Null when she is. */
export function closerFault(deviation: Deviation, actor: Actor): Refusal | null {
  if (actor.kind === 'system') return null;
  const offices = closingOffices(deviation);
  const may = actor.held.some(
    (one) =>
      offices.includes(one.office) && (one.scope === 'municipality' || one.units.includes(deviation.unitId)),
  );
  return may ? null : refuse('notTheCloser');
}

/** It was not over after all. It waits for a decision again; what was found stays in the history. */
export function reopenDeviation(before: Deviation, reason: string): Decision<Deviation> | Refusal {
  const fault = stateFault(before, 'reopen');
  if (fault !== null) return fault;
  const undone = {
    decision: '',
    decidedBy: null,
    decidedOn: null,
    followUpOn: null,
    outcome: '',
    closedBy: null,
    closedOn: null,
  };
  return changed(before, { ...before, ...undone, state: 'reported' }, 'deviation.reopened', reason);
}
