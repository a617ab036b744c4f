import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import { holds } from '../../kernel/calendar.ts';
import type { Period } from '../../kernel/facts.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, OneOf, OrNull, type Static } from '../../kernel/schema.ts';
import { isAddress } from '../../mail/smtp.ts';
import { Type } from 'typebox';
import { personKinds } from '../person.facts.ts';

export { personKinds };

export type PersonSourceId = Id<'PersonSource'>;

/** Digits and what is written between them. Not free text: a telephone number can look like a personnummer. */
const Telephone = Type.String({ pattern: '^\\+?[0-9][0-9 ()/-]{4,39}$', maxLength: 40 });

/** What is said about a person. No personnummer: names, how to reach her, and where she belongs, are enough here. */
export const personInput = Fields({
  kind: OneOf(personKinds),
  givenName: Line(100),
  familyName: Line(100),
  email: OrNull(Line(254)),
  telephone: OrNull(Telephone),
  /** For an external person: who she works for. */
  organisation: OrNull(Line(200)),
  unitId: OrNull(IdOf<'Unit'>()),
  sourceId: OrNull(IdOf<'PersonSource'>()),
});
export type PersonInput = Static<typeof personInput>;

export const registerPersonInput = Fields({ ...personInput.properties, from: Day(), until: OrNull(Day()) });
export type RegisterPersonInput = Static<typeof registerPersonInput>;

/** A row of the register; `from` and `until` are the first and the last day with us. */
export interface Person extends PersonInput, Period {
  readonly id: PersonId;
  readonly version: number;
}

export const personStates = ['coming', 'here', 'left'] as const;
export type PersonState = (typeof personStates)[number];

/** What must be looked up before a description can be accepted. */
export interface PersonSurroundings {
  /** No unit is named, or it stands today. */
  readonly unitStands: boolean;
  /** The kind of person the named source is for; null when none such is in use. */
  readonly sourceKind: PersonInput['kind'] | null;
}

/** Codes that describing a person may be refused with. */
export const describePersonRefusals = [
  'organisationMissing',
  'organisationNotAsked',
  'emailUnreadable',
  'unitUnknown',
  'sourceUnknown',
  'sourceOfOtherKind',
] as const;

/** Has she come, and has she left? */
export function personState(period: Period, today: string): PersonState {
  if (holds(period, today)) return 'here';
  return today < period.from ? 'coming' : 'left';
}

/** Enters a person, from her first day; `until` where the last is known from the start. */
export function registerPerson(
  input: RegisterPersonInput,
  around: PersonSurroundings,
  circumstances: Circumstances,
): Decision<Person> | Refusal {
  const fault = descriptionFault(input, around);
  if (fault !== null) return fault;
  if (input.until !== null && input.until < input.from) return refuse('endsBeforeStart', { field: 'until' });
  const next: Person = { ...trimmed(input), id: circumstances.newId<'Person'>(), version: 1 };
  return {
    next,
    event: { kind: 'person.registered', record: next.id, changes: changesBetween(null, told(next)) },
  };
}

/** Says something else about her. When she is with us is changed by ending, not here. */
export function describePerson(
  before: Person,
  input: PersonInput,
  around: PersonSurroundings,
): Decision<Person> | Refusal {
  const fault = descriptionFault(input, around);
  if (fault !== null) return fault;
  const next: Person = { ...before, ...trimmed(input), version: before.version + 1 };
  const changes = changesBetween(told(before), told(next));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'person.described', record: next.id, changes } };
}

/**
 * She leaves, with `lastDay` as her last day. What she is appointed to ends the same day, so `touched` names those
 * appointments; what has no holder then is shown by the clauses.
 */
export function endPerson(
  before: Person,
  input: { readonly lastDay: string; readonly reason: string },
  touched: readonly string[],
  today: string,
): Decision<Person> | Refusal {
  if (personState(before, today) === 'left') return refuse('alreadyEnded');
  if (input.lastDay < before.from) return refuse('endsBeforeStart', { field: 'lastDay' });
  const next: Person = { ...before, until: input.lastDay, version: before.version + 1 };
  const changes = changesBetween(told(before), told(next));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'person.ended', record: before.id, changes, reason: input.reason, touched } };
}

function descriptionFault(input: PersonInput, around: PersonSurroundings): Refusal | null {
  if (input.kind === 'external' && input.organisation === null)
    return refuse('organisationMissing', { field: 'organisation' });
  if (input.kind !== 'external' && input.organisation !== null) {
    return refuse('organisationNotAsked', { field: 'organisation' });
  }
  if (input.email !== null && !isAddress(input.email.trim())) {
    return refuse('emailUnreadable', { field: 'email' });
  }
  if (!around.unitStands) return refuse('unitUnknown', { field: 'unitId' });
  if (input.sourceId === null) return null;
  if (around.sourceKind === null) return refuse('sourceUnknown', { field: 'sourceId' });
  return around.sourceKind === input.kind ? null : refuse('sourceOfOtherKind', { field: 'sourceId' });
}

/** Names come with stray spaces from forms and lists; two spellings of one name would sort apart. */
function trimmed<Input extends PersonInput>(input: Input): Input {
  const tidy = (text: string) => text.trim().replace(/\s+/gu, ' ');
  return {
    ...input,
    givenName: tidy(input.givenName),
    familyName: tidy(input.familyName),
    email: input.email === null ? null : input.email.trim(),
    organisation: input.organisation === null ? null : tidy(input.organisation),
  };
}

/** The fields of a row that the log tells of. */
function told(row: Person): Record<string, Json> {
  const { id: _id, version: _version, ...fields } = row;
  return fields;
}

/** The keys by which rights to a row are limited (see access.ts). */
export function personKeys(row: { readonly id: string; readonly unitId: string | null }) {
  return { person: row.id, unit: row.unitId };
}
