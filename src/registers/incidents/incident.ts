import type { Change, Json } from '../../kernel/audit/canonical.ts';
import type { ScopeKeys } from '../../kernel/access.ts';
import type { EventDraft } from '../../kernel/action.ts';
import type { Id, PersonId, UnitId } from '../../kernel/ids.ts';
import type { Aspect } from '../information/vocabulary.ts';

/** What a case turned out to be. */
export const incidentKinds = [
  'notTriaged',
  'event',
  'incident',
  'personalDataBreach',
  'nearMiss',
  'deviation',
] as const;
export type IncidentKind = (typeof incidentKinds)[number];

export const incidentStates = ['reported', 'triaged', 'handled', 'closed', 'reopened', 'merged'] as const;
export type IncidentState = (typeof incidentStates)[number];

export const ongoingAnswers = ['yes', 'no', 'unknown'] as const;
export type Ongoing = (typeof ongoingAnswers)[number];

/** Who told of it: somebody signed in, somebody who left a way to reach her, or nobody knows who. */
export const reporterKinds = ['person', 'contact', 'anonymous'] as const;
export type ReporterKind = (typeof reporterKinds)[number];

export const timelineKinds = ['fact', 'decision', 'action', 'contact', 'fromReporter', 'toReporter'] as const;
export type EntryKind = (typeof timelineKinds)[number];

/** What of an open case can be secret by itself (OSL): who reported, what happened, what it concerns, why, and its files. */
export const secretParts = ['reporter', 'description', 'affected', 'cause', 'files'] as const;
export type SecretPart = (typeof secretParts)[number];

/** Proposed for a case about security: what would harm the municipality's own protection if it were known. */
export const usualProvision = 'OSL 18:8';

export type CaseId = Id<'Incident'>;

/** Which number a case has been given. Secret cases are counted by themselves (decision 0034). */
export interface CaseNumber {
  readonly series: 'open' | 'secret';
  readonly year: number;
  readonly number: number;
}

/** A case as it stands. Instants are instants, and are shown in Swedish time. */
export interface Incident {
  readonly id: CaseId;
  readonly version: number;
  /** Null until triage. */
  readonly number: CaseNumber | null;
  readonly kind: IncidentKind;
  readonly state: IncidentState;
  readonly title: string;
  readonly description: string;
  readonly occurredAt: Date | null;
  readonly noticedAt: Date;
  readonly reportedAt: Date;
  readonly knowledgeAt: Date;
  readonly knowledgeReason: string;
  readonly ongoing: Ongoing;
  /** Where, and what information or system, in the reporter's own words. */
  readonly place: string;
  readonly affected: string;
  readonly unitId: UnitId | null;
  readonly reporter: ReporterKind;
  readonly reportedBy: PersonId | null;
  readonly contact: string;
  readonly handlerId: PersonId | null;
  readonly diaryNumber: string;
  /** What it has led to in each aspect, by the municipality's scale; null where nobody has judged. */
  readonly consequence: Readonly<Record<Aspect, number | null>>;
  readonly secret: boolean;
  readonly secretParts: readonly SecretPart[];
  readonly secrecyProvision: string;
  readonly secrecyReason: string;
  readonly rootCause: string;
  readonly lessons: string;
  readonly handledAt: Date | null;
  readonly followUpOn: string | null;
  readonly followedUpOn: string | null;
  readonly closedAt: Date | null;
  readonly closedBy: PersonId | null;
  readonly mergedInto: CaseId | null;
  /** Null also where it was merged before this was kept. */
  readonly mergedAt: Date | null;
}

/** A line of the timeline. It stays as it was written. */
export interface Entry {
  readonly id: Id<'IncidentEntry'>;
  readonly number: number;
  readonly kind: EntryKind;
  readonly text: string;
  readonly happenedAt: Date;
  readonly writtenAt: Date;
  readonly writtenBy: PersonId | null;
}

/** Something that a case concerns: exactly one of them is set. */
export interface Link {
  readonly id: Id<'IncidentLink'>;
  readonly version: number;
  readonly informationId: string | null;
  readonly systemId: string | null;
  readonly unitId: string | null;
  readonly relatedId: string | null;
  readonly supplier: string | null;
  readonly endedOn: string | null;
}

/** One of these says what a link is to. */
export const linkFields = ['informationId', 'systemId', 'unitId', 'relatedId', 'supplier'] as const;

/** Somebody who has been let in to a case. */
export interface Admission {
  readonly id: Id<'IncidentPerson'>;
  readonly version: number;
  readonly personId: PersonId;
  readonly endedOn: string | null;
}

/** A case with what its rules lean on. */
export interface LoadedCase {
  readonly incident: Incident;
  /** How many lines the timeline has. */
  readonly entries: number;
  readonly links: readonly Link[];
  readonly admitted: readonly Admission[];
}

/** A case as a step leaves it, with the rows that the step adds or changes. */
export interface NextCase {
  readonly incident: Incident;
  readonly entries?: readonly Entry[];
  readonly links?: readonly Link[];
  readonly admissions?: readonly Admission[];
}

/** `H 2026-0042`; a secret case `HS 2026-0003`. Null before triage. */
export function numberWord(number: CaseNumber | null): string | null {
  if (number === null) return null;
  const letters = number.series === 'open' ? 'H' : 'HS';
  return `${letters} ${number.year}-${String(number.number).padStart(4, '0')}`;
}

/** Is the case at work: triaged or reopened, and neither handled nor closed? */
export function isAtWork({ state }: Pick<Incident, 'state'>): boolean {
  return state === 'triaged' || state === 'reopened';
}

/** Has its work ended: closed, or gone into another? */
export function isOver({ state }: Pick<Incident, 'state'>): boolean {
  return state === 'closed' || state === 'merged';
}

/** How long (days) the cause and the decision may take. No rule says so: a month lets the unit meet once about it (P45). */
export const investigateWithin = 30;

/**
 * What of a case is late, the first thing to do about it first: a look that was to be taken by a day that has passed, a cause or a
 * decision that has taken more than {@link investigateWithin}, a measure of a case whose work is done that should have been done too.
 */
export const latenesses = ['followUp', 'cause', 'decision', 'measures'] as const;
export type Lateness = (typeof latenesses)[number];

/** The systems and units that a case concerns today. */
export function linkedIds(links: readonly Link[], kind: 'systemId' | 'unitId'): string[] {
  return links.flatMap((link) => {
    const id = link[kind];
    return id === null || link.endedOn !== null ? [] : [id];
  });
}

/** By which a case at work is worked on: its handler, and the offices that reach everything. */
export function handlerKeys({ incident }: LoadedCase): ScopeKeys {
  return { person: incident.handlerId };
}

/** Those whom the whole case, secret parts and files too, is open to: its handler and who has been let in. */
export function circleKeys({ incident, admitted }: LoadedCase): { readonly person: readonly string[] } {
  const inside = admitted.filter((one) => one.endedOn === null).map((one) => one.personId);
  return { person: [...(incident.handlerId === null ? [] : [incident.handlerId]), ...inside] };
}

/** By which a case is closed: the owners of the systems it concerns, and the offices that reach everything. */
export function closingKeys({ links }: LoadedCase): ScopeKeys {
  return { record: linkedIds(links, 'systemId') };
}

/**
 * What stands in the log for what was written. The log has readers who may see the case and not all of it, and is kept
 * longer: it says that the field was written and not what.
 */
export const untold = '•••';

/** Fields of free text, and what could point at somebody. */
const hushed = new Set([
  'title',
  'description',
  'place',
  'affected',
  'contact',
  'knowledgeReason',
  'secrecyReason',
  'rootCause',
  'lessons',
  'supplier',
  'contactName',
  'telephone',
  'email',
  'reference',
  'remark',
  'text',
]);

/** What changed from one standing of a case to the next, as the log is told of it. */
export function toldChanges(before: Incident | null, after: Incident): Change[] {
  const [from, to] = [before === null ? {} : plainFields(before), plainFields(after)];
  return changesTold(from, to);
}

/** The fields that differ, in the order of the new ones; free text as {@link untold}. */
export function changesTold(
  from: Readonly<Record<string, Json>>,
  to: Readonly<Record<string, Json>>,
): Change[] {
  return Object.keys(to).flatMap((field) => {
    const [was, is] = [from[field] ?? null, to[field] ?? null];
    if (JSON.stringify(was) === JSON.stringify(is) || (was === null && is === '')) return [];
    return [{ field, from: hush(field, was), to: hush(field, is) }];
  });
}

function hush(field: string, value: Json): Json {
  return hushed.has(field) && value !== null && value !== '' ? untold : value;
}

function plainFields(incident: Incident): Record<string, Json> {
  const { id: _id, version: _version, number, consequence, secretParts: parts, ...rest } = incident;
  const fields = Object.entries(rest).map(([name, value]): [string, Json] => [
    name,
    value instanceof Date ? value.toISOString() : value,
  ]);
  return {
    number: numberWord(number),
    ...Object.fromEntries(fields),
    ...consequence,
    secretParts: [...parts],
  };
}

/** What a line of the timeline adds to an event. */
export function entryChanges({ number, kind, text, happenedAt }: Entry): Change[] {
  return changesTold(
    {},
    {
      'entry.number': number,
      'entry.kind': kind,
      text,
      'entry.happenedAt': happenedAt.toISOString(),
    },
  );
}

/** The event of a step: what changed of the case, what was added, and every row of its parts that goes with it. */
export function caseEvent(
  kind: string,
  before: Incident | null,
  next: NextCase,
  more: {
    readonly changes?: readonly Change[];
    readonly touched?: readonly string[];
    readonly reason?: string;
  } = {},
): EventDraft {
  const { incident, entries = [], links = [], admissions = [] } = next;
  return {
    kind,
    record: incident.id,
    changes: [...toldChanges(before, incident), ...entries.flatMap(entryChanges), ...(more.changes ?? [])],
    touched: [
      ...entries.map((one) => `incidentEntry:${one.id}`),
      ...links.map((one) => `incidentLink:${one.id}`),
      ...admissions.map((one) => `incidentPerson:${one.id}`),
      ...(more.touched ?? []),
    ],
    ...(more.reason === undefined ? {} : { reason: more.reason }),
  };
}

/** The case one version on, with what a step changes. */
export function stepped(incident: Incident, changes: Partial<Incident>): Incident {
  return { ...incident, ...changes, version: incident.version + 1 };
}
