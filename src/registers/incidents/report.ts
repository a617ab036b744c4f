import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { UnitId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, OneOf, OrNull, Prose, Reason, type Static } from '../../kernel/schema.ts';
import { beginningOf } from './cut.ts';
import {
  caseEvent,
  type Entry,
  entryChanges,
  type Incident,
  type IncidentState,
  type LoadedCase,
  type NextCase,
  ongoingAnswers,
} from './incident.ts';
import { Instant, readInstant } from './instant.ts';

/** Made on the reporter's device, 128 random bits or more: the report is known again by it. */
const Key = Type.String({
  minLength: 22,
  maxLength: 64,
  pattern: '^[A-Za-z0-9_-]+$',
  description: 'At least 128 random bits of your own. Sent again with the same key it is the same report.',
});
/** As it is typed, with or without dashes. */
const Code = Type.String({ minLength: 1, maxLength: 60, pattern: '^[0-9A-Za-z -]+$' });

/** Only ever looked for among the codes of units: what is none of them is no fault, and refuses nothing. */
const UnitCode = Type.String({
  maxLength: 40,
  description:
    'The code on a unit’s poster: where it happened. May be left out; a code of no unit is passed over.',
});

const reportFields = Fields({
  key: Key,
  happened: Reason(4000),
  /** Null: just now. */
  noticedAt: OrNull(Instant()),
  place: Prose(300),
  affected: Prose(500),
  ongoing: OneOf(ongoingAnswers),
  /** How she may be reached; empty when she would rather not be. Whoever has signed in and will not be named sends without her session. */
  contact: Prose(200),
  unit: Type.Optional(UnitCode),
});
export type ReportInput = Static<typeof reportFields>;

/** A report as another system may send it: what the handbook shows, and the interface's own description. */
const reportExample: ReportInput = {
  key: 'b3f1c2d4e5f60718293a4b5c6d7e8f90',
  happened: 'Övervakningen: inloggningen till elevsystemet har inte svarat på tio minuter.',
  noticedAt: '2026-06-15T08:40Z',
  place: 'Driftmiljön',
  affected: 'Elevsystemet',
  ongoing: 'yes',
  contact: 'it-drift@kommunen.example',
};

/** What somebody tells of something that has happened. */
export const reportInput = Object.assign(reportFields, { examples: [reportExample] });

export const followInput = Fields({ code: Code });
export const additionInput = Fields({ code: Code, text: Reason(4000) });

/** What who reported is shown of her case, and nobody else: how far it has come, never what others have written. */
export const publicStates = ['received', 'inProgress', 'closed'] as const;
export type PublicState = (typeof publicStates)[number];

/** How far a case has come, as its reporter is told. */
export function publicState(state: IncidentState): PublicState {
  if (state === 'reported') return 'received';
  return state === 'closed' ? 'closed' : 'inProgress';
}

/** What a code opens: nothing, or how far the case has come and what has been said between its reporter and those who work on it. */
export type FollowAnswer =
  | { readonly found: false }
  | {
      readonly found: true;
      readonly state: PublicState;
      readonly reportedAt: string;
      readonly messages: readonly {
        readonly text: string;
        readonly at: string;
        readonly byReporter: boolean;
      }[];
    };

/** What a report leans on: the case it has become already, and the unit whose code it came with. Null where there is none. */
export interface ReportAround {
  readonly known: Incident | null;
  readonly unitId: UnitId | null;
}

/** What a report comes to: a case, or the one it was already. */
export type NextReport = NextCase & { readonly isNew: boolean };

/**
 * Takes in a report. It always becomes a case, seen only by who coordinates and who reported until it has been triaged. The same report sent
 * again changes nothing: `known` is the case it has become already. `unitId` is the unit whose poster she came by; it goes before the
 * one that she works in, since it is where she stood. By neither does anybody see the case before it has been triaged (scope.store.ts).
 */
export function reportCase(
  input: ReportInput,
  { known, unitId }: ReportAround,
  { actor, now, newId }: Circumstances,
): Decision<NextReport> | Refusal {
  if (known !== null) {
    const again = { kind: 'incident.sentAgain', record: known.id, concerns: [] };
    return { next: { incident: known, isNew: false }, event: again };
  }
  const noticed = input.noticedAt === null ? now : readInstant(input.noticedAt);
  if (noticed === null) return refuse('notATime', { field: 'noticedAt' });
  const isNamed = actor.personId !== null;
  const contact = input.contact.trim();
  const incident: Incident = {
    id: newId<'Incident'>(),
    version: 1,
    number: null,
    kind: 'notTriaged',
    state: 'reported',
    title: titleOf(input.happened),
    description: input.happened,
    occurredAt: null,
    // A telephone's clock may be wrong; nothing is noticed after it has been told.
    noticedAt: noticed > now ? now : noticed,
    reportedAt: now,
    knowledgeAt: now,
    knowledgeReason: '',
    ongoing: input.ongoing,
    place: input.place,
    affected: input.affected,
    unitId: unitId ?? (isNamed ? actor.unitId : null),
    reporter: isNamed ? 'person' : contact === '' ? 'anonymous' : 'contact',
    reportedBy: isNamed ? actor.personId : null,
    contact,
    handlerId: null,
    diaryNumber: '',
    consequence: { confidentiality: null, integrity: null, availability: null, traceability: null },
    secret: false,
    secretParts: [],
    secrecyProvision: '',
    secrecyReason: '',
    rootCause: '',
    lessons: '',
    handledAt: null,
    followUpOn: null,
    followedUpOn: null,
    closedAt: null,
    closedBy: null,
    mergedInto: null,
    mergedAt: null,
  };
  const next = { incident, isNew: true };
  return { next, event: caseEvent('incident.reported', null, next) };
}

/** Letters of a title that is made of what somebody wrote. */
const longestTitle = 80;

/** The first line of what was told, cut between words. */
export function titleOf(happened: string): string {
  const [line = ''] = happened.trim().split(/\n|(?<=[.!?])\s/, 1);
  const plain = line.replace(/\s+/g, ' ').trim();
  if (plain.length <= longestTitle) return plain;
  const cut = beginningOf(plain, longestTitle);
  const at = cut.lastIndexOf(' ');
  return `${at > longestTitle / 2 ? cut.slice(0, at) : cut} …`;
}

/** The line that somebody adds to what she has reported. A case that is closed or gone into another takes it too. */
export function addByReporter(
  loaded: LoadedCase,
  text: string,
  { now, newId }: Circumstances,
): Decision<NextCase> {
  const { incident } = loaded;
  const entry: Entry = {
    id: newId<'IncidentEntry'>(),
    number: loaded.entries + 1,
    kind: 'fromReporter',
    text,
    happenedAt: now,
    writtenAt: now,
    // By her code she is who reported, and has no name here even where her report has one.
    writtenBy: null,
  };
  const event = {
    kind: 'incident.added',
    record: incident.id,
    changes: entryChanges(entry),
    touched: [`incidentEntry:${entry.id}`],
  };
  return { next: { incident, entries: [entry] }, event };
}
