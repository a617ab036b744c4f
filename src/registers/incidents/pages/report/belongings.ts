import type { Draft, Outgoing } from './kept.ts';

/** Who is at this device: somebody who is signed in, nobody (null), or undefined while the server has not said, as without a network. */
export type Here = { readonly personId: string | null } | undefined;

/**
 * Is it shown to whoever is here? What somebody wrote while she was signed in is hers; without a network nobody knows who is here, and
 * then it is most likely she who wrote it.
 */
export function isShownTo(here: Here, owner: string | null): boolean {
  return owner === null || here === undefined || here.personId === owner;
}

/** Is the report, or a file of it, still to be sent? */
export function isUnsent({ refused, code, files }: Pick<Outgoing, 'refused' | 'code' | 'files'>): boolean {
  return refused === null && (code === null || files.length > 0);
}

/** May it be sent now? With somebody's name only by her: another's session would say that another had told of it. */
export function maySend({ isNamed, owner, code }: Outgoing, here: Here): boolean {
  // What follows the report goes by its code, without a name.
  return !isNamed || code !== null || (here !== undefined && here.personId === owner);
}

/** What is to become of something kept: the same as it was, another, or nothing. */
export type Becomes<Kept> = Kept | null;

/** What somebody who signs out leaves behind of a report that was hers: `keeps` what has not been sent, then without her name. */
export function leftBy(report: Outgoing, personId: string, keeps: boolean): Becomes<Outgoing> {
  if (report.owner !== personId) return report;
  return isUnsent(report) && (keeps || !report.isNamed) ? nobodys(report) : null;
}

/** Sent when it can be, and gone then: its code is for nobody who comes to the device after her. */
function nobodys(report: Outgoing): Outgoing {
  return {
    ...report,
    // The way to reach her is her own to give, and she gave it with her name.
    report: { ...report.report, contact: report.isNamed ? '' : report.report.contact },
    isNamed: false,
    owner: null,
    isLeft: true,
  };
}

/**
 * What becomes of a report when somebody is here whose it is not. Where nobody is signed in it may be hers who was, a moment ago: it
 * is hidden and waits. When another has signed in, what was sent is forgotten, and what was not waits to be sent as it was to be.
 */
export function foundBy(here: Here, report: Outgoing): Becomes<Outgoing> {
  if (isShownTo(here, report.owner) || here?.personId === null) return report;
  if (!isUnsent(report)) return null;
  return report.isNamed && report.code === null ? report : nobodys(report);
}

/** The same of a draft: nothing of it was handed in, so that another than who wrote it finds none. */
export function draftFoundBy(here: Here, draft: Draft): Becomes<Draft> {
  return isShownTo(here, draft.owner) || here?.personId === null ? draft : null;
}

/** Where somebody was when she reported, for what else she reports before she leaves the page: it is kept nowhere. */
export type Visit = Pick<Draft, 'place' | 'poster' | 'owner'>;

/**
 * What her next report begins with: the place and the unit of her last. Nothing where anybody else may be here by now: another, or
 * nobody who is signed in, after somebody who was.
 */
export function nextFrom(visit: Visit | null, here: Here): Partial<Draft> {
  if (visit === null || (here?.personId ?? null) !== visit.owner) return {};
  return { place: visit.place, poster: visit.poster };
}

/** What would be lost or left by signing out now. */
export interface Unsent {
  readonly named: number;
  readonly unnamed: number;
  readonly hasDraft: boolean;
}

/** What of somebody's has not been sent. */
export function unsentOf(personId: string, reports: readonly Outgoing[], draft: Draft): Unsent {
  const own = reports.filter((one) => one.owner === personId && isUnsent(one));
  const named = own.filter((one) => one.isNamed && one.code === null).length;
  return { named, unnamed: own.length - named, hasDraft: draft.owner === personId && isBegun(draft) };
}

/** Has anything been written in it? */
export function isBegun({ happened, place, affected, contact, files }: Draft): boolean {
  return [happened, place, affected, contact].some((text) => text.trim() !== '') || files.length > 0;
}
