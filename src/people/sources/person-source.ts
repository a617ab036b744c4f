import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, Line, OneOf, type Static } from '../../kernel/schema.ts';
import { Type } from 'typebox';
import { personKinds } from '../person.facts.ts';

/** From where persons of one kind come, and how many days may pass before they are compared with it again (P19). */
export const personSourceInput = Fields({
  kind: OneOf(personKinds),
  name: Line(200),
  intervalDays: Type.Integer({ minimum: 1, maximum: 400 }),
});
export type PersonSourceInput = Static<typeof personSourceInput>;

/** The kind is not changed later: the persons who came from the source are of it. */
export const describePersonSourceInput = Fields({
  name: personSourceInput.properties.name,
  intervalDays: personSourceInput.properties.intervalDays,
});

/** A row of the register; the day it `endedOn` is the first without it. */
export interface PersonSource extends PersonSourceInput {
  readonly id: Id<'PersonSource'>;
  readonly version: number;
  readonly synchronisedOn: string | null;
  readonly endedOn: string | null;
}

/** Enters a source. Until it has been synchronised once, nobody knows whether the register is complete. */
export function registerPersonSource(
  input: PersonSourceInput,
  circumstances: Circumstances,
): Decision<PersonSource> {
  const id = circumstances.newId<'PersonSource'>();
  const next: PersonSource = { ...tidied(input), id, version: 1, synchronisedOn: null, endedOn: null };
  return {
    next,
    event: { kind: 'personSource.registered', record: id, changes: changesBetween(null, told(next)) },
  };
}

/** Gives it another name or interval. */
export function describePersonSource(
  before: PersonSource,
  input: Static<typeof describePersonSourceInput>,
): Decision<PersonSource> | Refusal {
  return changed(before, { ...before, ...tidied(input) }, 'personSource.described', null);
}

/** The persons agree with the source as of today: a person has compared them, or a program has. */
export function synchronisePersonSource(
  before: PersonSource,
  today: string,
): Decision<PersonSource> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  // Twice the same day is told twice: each time somebody looked.
  const next: PersonSource = { ...before, synchronisedOn: today, version: before.version + 1 };
  const changes = [{ field: 'synchronisedOn', from: before.synchronisedOn, to: today }];
  return { next, event: { kind: 'personSource.synchronised', record: before.id, changes } };
}

/** The source is used no longer. Its persons stay, and keep saying where they came from. */
export function endPersonSource(
  before: PersonSource,
  reason: string,
  today: string,
): Decision<PersonSource> | Refusal {
  return changed(before, { ...before, endedOn: today }, 'personSource.ended', reason);
}

function changed(
  before: PersonSource,
  after: PersonSource,
  kind: string,
  reason: string | null,
): Decision<PersonSource> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  const changes = changesBetween(told(before), told(after));
  if (changes.length === 0) return refuse('nothingChanged');
  const next = { ...after, version: before.version + 1 };
  return { next, event: { kind, record: before.id, changes, reason } };
}

function tidied<Input extends { readonly name: string }>(input: Input): Input {
  return { ...input, name: input.name.trim().replace(/\s+/gu, ' ') };
}

function told(row: PersonSource): Record<string, Json> {
  const { id: _id, version: _version, ...fields } = row;
  return fields;
}
