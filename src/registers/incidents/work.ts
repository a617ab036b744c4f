import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { pickTexts } from '../../kernel/texts.ts';
import { incidentTexts } from './incident.texts.ts';
import { Day, Fields, IdOf, Line, OneOf, OrNull, Prose, Reason, type Static } from '../../kernel/schema.ts';
import {
  caseEvent,
  changesTold,
  type Entry,
  type EntryKind,
  type Incident,
  isAtWork,
  isOver,
  type Link,
  linkFields,
  type LoadedCase,
  type NextCase,
  stepped,
} from './incident.ts';
import { Instant, readInstant } from './instant.ts';

const Words = Reason(4000);

/** What whoever works on a case writes; what a reporter adds comes by her code. */
export const writtenKinds = ['fact', 'decision', 'action', 'contact', 'toReporter'] as const;

export const noteInput = Fields({
  kind: OneOf(writtenKinds),
  text: Words,
  /** When it happened; null: now. */
  happenedAt: OrNull(Instant()),
});

export const noteRefusals = ['notTriaged', 'merged', 'notATime', 'timeInFuture'] as const;

/** Adds a line to the timeline. What has been written stays. */
export function noteInCase(
  loaded: LoadedCase,
  { kind, text, happenedAt }: Static<typeof noteInput>,
  circumstances: Circumstances,
): Decision<NextCase> | Refusal {
  const { incident } = loaded;
  if (incident.state === 'reported') return refuse('notTriaged');
  // Who reported it follows her own case, and is answered there also when the work goes on in another.
  if (incident.state === 'merged' && kind !== 'toReporter') return refuse('merged');
  const at = happenedAt === null ? circumstances.now : readInstant(happenedAt);
  if (at === null) return refuse('notATime', { field: 'happenedAt' });
  if (at > circumstances.now) return refuse('timeInFuture', { field: 'happenedAt' });
  const entry = timelineLine(loaded, kind, text, circumstances, at);
  const next = { incident, entries: [entry] };
  return { next, event: caseEvent('incident.noted', incident, next) };
}

/** A line of the timeline, written now by whoever acts. */
export function timelineLine(
  loaded: LoadedCase,
  kind: EntryKind,
  text: string,
  { actor, now, newId }: Circumstances,
  happenedAt: Date = now,
): Entry {
  const id = newId<'IncidentEntry'>();
  return {
    id,
    number: loaded.entries + 1,
    kind,
    text,
    happenedAt,
    writtenAt: now,
    writtenBy: actor.personId,
  };
}

export const concludeInput = Fields({ rootCause: Words, lessons: Words, followUpOn: OrNull(Day()) });

/** What was the cause, and what has been learnt: the harm is dealt with, and the case can be closed. */
export function concludeCase(
  { incident }: LoadedCase,
  { rootCause, lessons, followUpOn }: Static<typeof concludeInput>,
  { now, today }: Circumstances,
): Decision<NextCase> | Refusal {
  if (incident.state === 'handled') return refuse('alreadyHandled');
  if (!isAtWork(incident)) return refuse(incident.state === 'reported' ? 'notTriaged' : 'over');
  if (followUpOn !== null && followUpOn <= today) return refuse('followUpNotAhead', { field: 'followUpOn' });
  const asked = { rootCause, lessons, followUpOn, followedUpOn: null, ongoing: 'no' } as const;
  const next = { incident: stepped(incident, { ...asked, state: 'handled', handledAt: now }) };
  return { next, event: caseEvent('incident.concluded', incident, next) };
}

export const closeInput = Fields({
  decision: Words,
  /** Why it is closed although something that the law demands is neither done nor decided; of no meaning where nothing is. */
  undecidedReason: Type.Optional(Prose(1000)),
});

export const closeRefusals = ['notHandled', 'ownReport', 'notAPerson', 'undecided'] as const;

/**
 * Closes what has been handled. Whoever reported it does not close it alone: somebody else looks at it. `undecided` names the duties
 * whose clocks run and that nobody has decided on: with a reason it is closed all the same, and the reason stands in the timeline. The
 * clocks go on.
 */
export function closeCase(
  loaded: LoadedCase,
  { decision, undecidedReason = '' }: Static<typeof closeInput>,
  undecided: readonly string[],
  circumstances: Circumstances,
): Decision<NextCase> | Refusal {
  const { incident } = loaded;
  const { personId } = circumstances.actor;
  if (personId === null && circumstances.actor.kind !== 'system') return refuse('notAPerson');
  if (incident.state !== 'handled') return refuse('notHandled');
  if (personId !== null && personId === incident.reportedBy) return refuse('ownReport');
  const isOpen = undecided.length > 0;
  if (isOpen && undecidedReason.trim().length < 3) return refuse('undecided', { field: 'undecidedReason' });
  const entry = timelineLine(loaded, 'decision', decision, circumstances);
  const { closedUndecided } = pickTexts(incidentTexts, circumstances.actor.language);
  const left = timelineLine(
    { ...loaded, entries: entry.number },
    'decision',
    closedUndecided(undecided.join(', '), undecidedReason.trim()),
    circumstances,
  );
  const closed = { state: 'closed', closedAt: circumstances.now, closedBy: personId } as const;
  const next = { incident: stepped(incident, closed), entries: isOpen ? [entry, left] : [entry] };
  return { next, event: caseEvent('incident.closed', incident, next) };
}

export const reopenInput = Fields({ reason: Words });

/** Opens a case again: the harm was not over, or something new is known. The clocks that have been met stay met. */
export function reopenCase(
  loaded: LoadedCase,
  reason: string,
  circumstances: Circumstances,
): Decision<NextCase> | Refusal {
  const { incident } = loaded;
  if (incident.state !== 'handled' && incident.state !== 'closed') return refuse('notClosed');
  const entry = timelineLine(loaded, 'decision', reason, circumstances);
  const reopened = { state: 'reopened', handledAt: null, closedAt: null, closedBy: null } as const;
  const next = { incident: stepped(incident, reopened), entries: [entry] };
  return { next, event: caseEvent('incident.reopened', incident, next) };
}

export const followUpInput = Fields({ outcome: Words, nextOn: OrNull(Day()) });

/** Looks at what came of it: done, or to be looked at once more. */
export function followUpCase(
  loaded: LoadedCase,
  { outcome, nextOn }: Static<typeof followUpInput>,
  circumstances: Circumstances,
): Decision<NextCase> | Refusal {
  const { incident } = loaded;
  if (incident.state !== 'handled' && incident.state !== 'closed') return refuse('notHandled');
  if (incident.followUpOn === null || incident.followedUpOn !== null) return refuse('noFollowUp');
  if (nextOn !== null && nextOn <= circumstances.today)
    return refuse('followUpNotAhead', { field: 'nextOn' });
  const entry = timelineLine(loaded, 'fact', outcome, circumstances);
  const after = nextOn === null ? { followedUpOn: circumstances.today } : { followUpOn: nextOn };
  const next = { incident: stepped(incident, after), entries: [entry] };
  return { next, event: caseEvent('incident.followedUp', incident, next) };
}

/** What a case can be tied to: one thing at a time. */
export const linkInput = Fields({
  informationId: OrNull(IdOf<'Information'>()),
  systemId: OrNull(IdOf<'System'>()),
  unitId: OrNull(IdOf<'Unit'>()),
  relatedId: OrNull(IdOf<'Incident'>()),
  supplier: OrNull(Line(200)),
});
export type LinkInput = Static<typeof linkInput>;

/** What the thing pointed at is, to whoever points: absent when she may not see it. */
export interface LinkAround {
  readonly stands: boolean;
  /** The other case, where it is one. */
  readonly related: Pick<Incident, 'id' | 'secret'> | null;
}

export const linkRefusals = [
  'notTriaged',
  'merged',
  'oneLink',
  'linkUnknown',
  'itself',
  'pointsAtSecret',
  'alreadyLinked',
] as const;

/**
 * Ties the case to what it concerns. A case that people may know of does not point at one that they may not: the pointer
 * alone would tell that it is there.
 */
export function linkCase(
  { incident, links }: LoadedCase,
  input: LinkInput,
  { stands, related }: LinkAround,
  { newId }: Circumstances,
): Decision<NextCase> | Refusal {
  if (incident.state === 'reported') return refuse('notTriaged');
  if (incident.state === 'merged') return refuse('merged');
  const field = linkFields.find((name) => input[name] !== null);
  if (field === undefined || linkFields.filter((name) => input[name] !== null).length !== 1)
    return refuse('oneLink');
  if (!stands) return refuse('linkUnknown', { field });
  if (related?.id === incident.id) return refuse('itself', { field });
  if (related?.secret === true && !incident.secret) return refuse('pointsAtSecret', { field });
  const same = ({ endedOn, ...link }: Link) =>
    endedOn === null && link[field]?.toLowerCase() === input[field]?.trim().toLowerCase();
  if (links.some(same)) return refuse('alreadyLinked', { field });
  const link: Link = { ...input, id: newId<'IncidentLink'>(), version: 1, endedOn: null };
  return linkStep('incident.linked', incident, link, field);
}

export const unlinkInput = Fields({ linkId: IdOf<'IncidentLink'>() });

/** Takes a tie away that was wrong. */
export function unlinkCase(
  { incident, links }: LoadedCase,
  linkId: string,
  { today }: Circumstances,
): Decision<NextCase> | Refusal {
  const before = links.find((one) => one.id === linkId && one.endedOn === null);
  if (before === undefined) return refuse('linkUnknown', { field: 'linkId' });
  const field = linkFields.find((name) => before[name] !== null) ?? 'supplier';
  return linkStep(
    'incident.unlinked',
    incident,
    { ...before, version: before.version + 1, endedOn: today },
    field,
  );
}

function linkStep(
  kind: string,
  before: Incident,
  link: Link,
  field: (typeof linkFields)[number],
): Decision<NextCase> {
  const next = { incident: stepped(before, {}), links: [link] };
  const told = { [field]: link[field] };
  const changes = link.endedOn === null ? changesTold({}, told) : changesTold(told, { [field]: null });
  return { next, event: caseEvent(kind, before, next, { changes }) };
}

/** Whoever is to work on the case, by her id; null leaves it to those who coordinate. */
export const assignInput = Fields({ handlerId: OrNull(IdOf<'Person'>()) });

/** Hands the case to somebody. */
export function assignCase(
  { incident }: LoadedCase,
  handlerId: PersonId | null,
  isPerson: boolean,
): Decision<NextCase> | Refusal {
  if (incident.state === 'reported') return refuse('notTriaged');
  if (isOver(incident)) return refuse('over');
  if (!isPerson) return refuse('personUnknown', { field: 'handlerId' });
  if (handlerId === incident.handlerId) return refuse('nothingChanged');
  const next = { incident: stepped(incident, { handlerId }) };
  return { next, event: caseEvent('incident.assigned', incident, next) };
}
