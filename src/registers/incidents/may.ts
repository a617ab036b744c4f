import { covers, type Permission, type ScopeKeys, scopeOf } from '../../kernel/access.ts';
import type { Asking } from '../../kernel/view.ts';
import { incidentAccess } from './incident.access.ts';
import { circleKeys, closingKeys, handlerKeys, isAtWork, isOver, type LoadedCase } from './incident.ts';

/** A step, and why it cannot be taken: `forbidden` or a refusal's code. */
export interface Step {
  readonly allowed: boolean;
  readonly because: string | null;
}

/** What somebody can do with a case now. The actions judge anew; this is for the page to say it beforehand. */
export function mayOf(loaded: LoadedCase, { actor }: Pick<Asking, 'actor'>) {
  const { incident } = loaded;
  const { state } = incident;
  const step = (permission: Permission, keys: ScopeKeys, because: string | null): Step => {
    const scope = scopeOf(actor, permission);
    const reason = scope === null || !covers(scope, keys) ? 'forbidden' : because;
    return { allowed: reason === null, because: reason };
  };
  const coordinate = (because: string | null) => step(incidentAccess.coordinate, {}, because);
  const work = (because: string | null) => step(incidentAccess.work, handlerKeys(loaded), because);
  const isNew = state === 'reported';
  const early = isNew ? 'notTriaged' : null;
  const open = early ?? (isOver(incident) ? 'over' : null);
  const written = early ?? (state === 'merged' ? 'merged' : null);
  const hasEnded = state === 'handled' || state === 'closed';
  const own = actor.personId !== null && actor.personId === incident.reportedBy ? 'ownReport' : null;
  const followUp = incident.followUpOn === null || incident.followedUpOn !== null ? 'noFollowUp' : null;
  return {
    triage: coordinate(isNew ? null : 'alreadyTriaged'),
    describe: work(open),
    answer: work(open),
    note: work(written),
    reply: work(early),
    link: work(written),
    attach: step(incidentAccess.work, circleKeys(loaded), state === 'merged' ? 'merged' : null),
    conclude: work(open ?? (isAtWork(incident) ? null : 'alreadyHandled')),
    close: step(incidentAccess.close, closingKeys(loaded), state === 'handled' ? own : 'notHandled'),
    followUp: work(hasEnded ? followUp : 'notHandled'),
    reopen: work(hasEnded ? null : 'notClosed'),
    merge: coordinate(state === 'merged' ? 'merged' : null),
    setSecrecy: coordinate(early),
    disclose: coordinate(null),
  };
}
