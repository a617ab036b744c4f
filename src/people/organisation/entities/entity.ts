import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween, type Json } from '../../../kernel/audit/canonical.ts';
import type { EntityId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Day, Fields, Line, OneOf, OrNull, type Static } from '../../../kernel/schema.ts';
import { type Accountable, nothingDeclared } from '../controller.ts';
import { periodFault, periodFields, proposalField, stepRefusal } from '../row.ts';

/** Legal entities of a municipality group. A foundation or company it controls is equal to an authority (OSL 2:3). */
export const entityKinds = ['municipality', 'company', 'foundation', 'association'] as const;
export type EntityKind = (typeof entityKinds)[number];

/** What a person says about a legal entity. */
export const entityInput = Fields({
  kind: OneOf(entityKinds),
  name: Line(200),
  organisationNumber: OrNull(Line(13)),
  controller: Type.Boolean(),
  from: Day(),
});
export const entityRegisterInput = Fields({ ...entityInput.properties, ...periodFields, ...proposalField });
export type EntityInput = Static<typeof entityInput>;

/** A row of the register. */
export interface Entity extends Accountable {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly organisationNumber: string | null;
}

export const describeRefusals = ['organisationNumberWrong', 'periodReversed', 'nameTaken'] as const;

/** Enters a legal entity. */
export function registerEntity(
  input: Static<typeof entityRegisterInput>,
  circumstances: Circumstances,
): Decision<Entity> | Refusal {
  const fault = periodFault(input) ?? numberFault(input);
  if (fault !== null) return fault;
  const next: Entity = {
    ...nothingDeclared,
    ...described(input),
    id: circumstances.newId<'Entity'>(),
    version: 1,
    until: input.until,
    toConfirm: input.toConfirm ?? false,
  };
  return {
    next,
    event: { kind: 'entity.registered', record: next.id, changes: changesBetween(null, told(next)) },
  };
}

/** Says something else about it. Whoever corrects a proposed row has confirmed it. */
export function describeEntity(
  before: Entity,
  input: EntityInput,
  { today }: Circumstances,
): Decision<Entity> | Refusal {
  const ended = stepRefusal('describe', before, today);
  if (ended !== null) return refuse(ended);
  const fault = periodFault({ from: input.from, until: before.until }) ?? numberFault(input);
  if (fault !== null) return fault;
  const next = { ...before, ...described(input), toConfirm: false, version: before.version + 1 };
  const changes = changesBetween(told(before), told(next));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'entity.described', record: next.id, changes } };
}

function described(input: EntityInput) {
  return {
    kind: input.kind,
    name: input.name.trim(),
    organisationNumber:
      input.organisationNumber === null ? null : organisationNumber(input.organisationNumber),
    controller: input.controller,
    from: input.from,
  };
}

function numberFault(input: EntityInput): Refusal | null {
  if (input.organisationNumber === null || organisationNumber(input.organisationNumber) !== null) return null;
  return refuse('organisationNumberWrong', { field: 'organisationNumber' });
}

/**
 * An organisation number as it is printed, `212000-2692`; null when it is none: ten digits, the third at least 2 (that is
 * how it differs from a personal number), and a check digit by the Luhn rule (lag 1974:174, förordning 1974:278).
 */
export function organisationNumber(text: string): string | null {
  const parts = /^(?:16)?(\d{2}[2-9]\d{3})-?(\d{4})$/.exec(text.trim());
  if (parts === null) return null;
  const digits = `${parts[1]}${parts[2]}`;
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 ? `${parts[1]}-${parts[2]}` : null;
}

/** The fields of a row that the log tells of. */
function told(row: Entity): Record<string, Json> {
  return {
    kind: row.kind,
    name: row.name,
    organisationNumber: row.organisationNumber,
    controller: row.controller,
    from: row.from,
    until: row.until,
    toConfirm: row.toConfirm,
  };
}

/** The keys by which rights to a row are limited (see access.ts). */
export function entityKeys(id: string) {
  return { record: id, entity: id };
}
