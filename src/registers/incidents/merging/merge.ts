import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, IdOf, Reason } from '../../../kernel/schema.ts';
import {
  caseEvent,
  type Incident,
  type Link,
  linkFields,
  type LoadedCase,
  type NextCase,
  secretParts,
  stepped,
} from '../incident.ts';
import { madeSecret } from '../secrecy.ts';
import { timelineLine } from '../work.ts';
import { type Carried, type CarryWords, carriedOver, type Concerned, isEmpty } from './carry.ts';

export const mergeInput = Fields({ intoId: IdOf<'Incident'>(), reason: Reason(4000) });

export const mergeRefusals = [
  'caseUnknown',
  'itself',
  'merged',
  'intoOver',
  'intoOpen',
  'intoClosed',
  'hasReports',
] as const;

/** A case with what it is tied to and all that decides which duties it has. */
export type WholeCase = LoadedCase & Omit<Concerned, 'incident'>;

/** What a merge leans on besides the case that goes: the one it goes into, and a number where it has none yet. */
export interface MergeAround {
  readonly into: WholeCase | null;
  /** Cases that had gone into the one that goes. */
  readonly merged: readonly Incident[];
  /** Something has been sent for the case that goes: it must be found where it was sent for. */
  readonly hasReports: boolean;
  readonly free: Readonly<Record<'open' | 'secret', NonNullable<Incident['number']>>>;
  readonly words: CarryWords;
}

export type NextMerge = NextCase & {
  readonly other: NextCase & { readonly carried: Carried };
  /** Those that come along, and are now as secret as what they are in. */
  readonly others: readonly Incident[];
};

/**
 * Two reports of the same thing become one case. The one that goes keeps its number and its timeline, and is as secret as the one
 * it went into; what it was tied to, the other is tied to, and what it said of the law's duties goes along ({@link carriedOver}).
 * A part that was secret in either is secret in the one that stays.
 */
export function mergeCase(
  gone: WholeCase,
  reason: string,
  { into, merged, free, hasReports, words }: MergeAround,
  circumstances: Circumstances,
): Decision<NextMerge> | Refusal {
  const { incident } = gone;
  if (into === null) return refuse('caseUnknown', { field: 'intoId' });
  if (into.incident.id === incident.id) return refuse('itself', { field: 'intoId' });
  if (incident.state === 'merged') return refuse('merged');
  if (hasReports) return refuse('hasReports');
  if (into.incident.state === 'reported' || into.incident.state === 'merged')
    return refuse('intoOver', { field: 'intoId' });
  const { secret, secrecyProvision } = into.incident;
  // What a secret case says would be told in the open one.
  if (incident.secret && !secret) return refuse('intoOpen', { field: 'intoId' });
  const carried = carriedOver(gone, into, words, circumstances);
  // A duty that comes along could not be decided on there.
  if (into.incident.state === 'closed' && !isEmpty(carried)) return refuse('intoClosed', { field: 'intoId' });
  const after = stepped(incident, {
    ...(secret && !incident.secret ? { secret, secrecyProvision } : {}),
    number: incident.number ?? free[secret ? 'secret' : 'open'],
    state: 'merged',
    mergedInto: into.incident.id,
    mergedAt: circumstances.now,
  });
  const links = tiedTo(gone, into, circumstances);
  const other = {
    incident: stepped(into.incident, coveredBy(incident, into.incident)),
    entries: [timelineLine(into, 'decision', reason, circumstances)],
    links,
    carried,
  };
  const others = secret ? madeSecret(merged, { secret, secrecyProvision }) : [];
  const next = { incident: after, other, others };
  const touched = [
    `incident:${into.incident.id}`,
    ...others.map((one) => `incident:${one.id}`),
    ...other.entries.map((one) => `incidentEntry:${one.id}`),
    ...links.map((one) => `incidentLink:${one.id}`),
    ...carried.parties.map((one) => `incidentParty:${one.id}`),
    ...carried.answers.map((one) => `incidentAnswer:${one.id}`),
    ...carried.ownAnswers.map((one) => `incidentOwnAnswer:${one.id}`),
    ...carried.figures.map((one) => `incidentFigure:${one.id}`),
  ];
  return { next, event: caseEvent('incident.merged', incident, next, { touched }) };
}

function tiedTo({ links }: LoadedCase, into: LoadedCase, { newId }: Circumstances): Link[] {
  const isSame = (one: Link, other: Link) => linkFields.every((field) => one[field] === other[field]);
  return links
    .filter((link) => link.endedOn === null && link.relatedId !== into.incident.id)
    .filter((link) => !into.links.some((one) => one.endedOn === null && isSame(one, link)))
    .map((link): Link => ({ ...link, id: newId<'IncidentLink'>(), version: 1 }));
}

function coveredBy(gone: Incident, into: Incident): Partial<Incident> {
  const parts = secretParts.filter(
    (part) => gone.secretParts.includes(part) || into.secretParts.includes(part),
  );
  if (parts.length === into.secretParts.length) return {};
  return { secretParts: parts, secrecyProvision: into.secrecyProvision || gone.secrecyProvision };
}
