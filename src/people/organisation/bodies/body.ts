import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween, type Json } from '../../../kernel/audit/canonical.ts';
import type { BodyId, EntityId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, OneOf, OrNull, type Static } from '../../../kernel/schema.ts';
import { type Accountable, nothingDeclared } from '../controller.ts';
import { periodFault, periodFields, proposalField, stepRefusal } from '../row.ts';

/** Kommunfullmäktige, kommunstyrelsen, nämnd, utskott, styrelse, revisorerna. */
export const bodyKinds = ['council', 'executive', 'committee', 'subcommittee', 'board', 'auditors'] as const;
export type BodyKind = (typeof bodyKinds)[number];

type EntityKind = 'municipality' | 'company' | 'foundation' | 'association';

/** Which bodies each kind of entity has (kommunallagen 2017:725, 3 kap. and 9 kap.). */
export const bodyKindsOf: Record<EntityKind, readonly BodyKind[]> = {
  municipality: ['council', 'executive', 'committee', 'subcommittee', 'auditors'],
  company: ['board', 'auditors'],
  foundation: ['board', 'auditors'],
  association: ['council', 'executive', 'committee', 'subcommittee', 'board', 'auditors'],
};

/** Of these an entity has one at a time. */
const onlyOne: readonly BodyKind[] = ['council', 'executive', 'board'];
/** A subcommittee acts for its committee, and a board for its entity: the controller is the other one (GDPR art. 4.7). */
export const neverController: readonly BodyKind[] = ['subcommittee', 'board'];

/** What a person says about a body. Its entity is given once: a body does not move between legal entities. */
export const bodyInput = Fields({
  kind: OneOf(bodyKinds),
  name: Line(200),
  abbreviation: OrNull(Line(20)),
  parentId: OrNull(IdOf<'Body'>()),
  controller: Type.Boolean(),
  reportsToFollowUp: Type.Boolean(),
  from: Day(),
});
export const bodyRegisterInput = Fields({
  entityId: IdOf<'Entity'>(),
  ...bodyInput.properties,
  ...periodFields,
  ...proposalField,
});
export type BodyInput = Static<typeof bodyInput>;

/** A row of the register. */
export interface Body extends Accountable {
  readonly id: BodyId;
  readonly entityId: EntityId;
  readonly kind: BodyKind;
  readonly abbreviation: string | null;
  readonly parentId: BodyId | null;
  /** P23: it reports to kommunstyrelsen's yearly follow-up. */
  readonly reportsToFollowUp: boolean;
}

/** What must be looked up before a description can be accepted. */
export interface BodySurroundings {
  /** The entity, if it has not ended. */
  readonly entity: { readonly kind: EntityKind } | null;
  /** The body it is to be a subcommittee of, if that has not ended. */
  readonly parent: { readonly entityId: string; readonly kind: BodyKind } | null;
  /** The kinds of the entity's other bodies that have not ended. */
  readonly otherKinds: readonly BodyKind[];
  /** How many subcommittees it has itself. */
  readonly subcommittees: number;
}

export const describeRefusals = [
  'entityUnknown',
  'kindNotInEntity',
  'oneOnly',
  'parentMissing',
  'parentNotAsked',
  'parentUnknown',
  'subcommitteesLeft',
  'neverController',
  'periodReversed',
  'nameTaken',
] as const;

/** Enters a body of an entity. */
export function registerBody(
  input: Static<typeof bodyRegisterInput>,
  around: BodySurroundings,
  circumstances: Circumstances,
): Decision<Body> | Refusal {
  const fault = periodFault(input) ?? bodyFault(input.entityId, input, around);
  if (fault !== null) return fault;
  const next: Body = {
    ...nothingDeclared,
    ...described(input),
    id: circumstances.newId<'Body'>(),
    version: 1,
    entityId: input.entityId,
    until: input.until,
    toConfirm: input.toConfirm ?? false,
  };
  return {
    next,
    event: { kind: 'body.registered', record: next.id, changes: changesBetween(null, told(next)) },
  };
}

/** Says something else about it. Whoever corrects a proposed row has confirmed it. */
export function describeBody(
  before: Body,
  input: BodyInput,
  around: BodySurroundings,
  { today }: Circumstances,
): Decision<Body> | Refusal {
  const ended = stepRefusal('describe', before, today);
  if (ended !== null) return refuse(ended);
  const fault =
    periodFault({ from: input.from, until: before.until }) ?? bodyFault(before.entityId, input, around);
  if (fault !== null) return fault;
  const next = { ...before, ...described(input), toConfirm: false, version: before.version + 1 };
  const changes = changesBetween(told(before), told(next));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'body.described', record: next.id, changes } };
}

function described(input: BodyInput) {
  return {
    kind: input.kind,
    name: input.name.trim(),
    abbreviation: input.abbreviation?.trim() ?? null,
    parentId: input.parentId,
    controller: input.controller,
    reportsToFollowUp: input.reportsToFollowUp,
    from: input.from,
  };
}

function bodyFault(entityId: string, input: BodyInput, around: BodySurroundings): Refusal | null {
  if (around.entity === null) return refuse('entityUnknown', { field: 'entityId' });
  if (!bodyKindsOf[around.entity.kind].includes(input.kind))
    return refuse('kindNotInEntity', { field: 'kind' });
  if (onlyOne.includes(input.kind) && around.otherKinds.includes(input.kind))
    return refuse('oneOnly', { field: 'kind' });
  if (neverController.includes(input.kind) && input.controller) {
    return refuse('neverController', { field: 'controller' });
  }
  return parentFault(entityId, input, around);
}

/** A subcommittee has a parent, which is no subcommittee: so the bodies never form a circle. */
function parentFault(entityId: string, input: BodyInput, around: BodySurroundings): Refusal | null {
  if (input.kind !== 'subcommittee') {
    return input.parentId === null ? null : refuse('parentNotAsked', { field: 'parentId' });
  }
  if (around.subcommittees > 0) return refuse('subcommitteesLeft', { field: 'kind' });
  if (input.parentId === null) return refuse('parentMissing', { field: 'parentId' });
  const { parent } = around;
  const fits = parent !== null && parent.entityId === entityId && parent.kind !== 'subcommittee';
  return fits ? null : refuse('parentUnknown', { field: 'parentId' });
}

/** The fields of a row that the log tells of. */
function told(row: Body): Record<string, Json> {
  return {
    entityId: row.entityId,
    kind: row.kind,
    name: row.name,
    abbreviation: row.abbreviation,
    parentId: row.parentId,
    controller: row.controller,
    reportsToFollowUp: row.reportsToFollowUp,
    from: row.from,
    until: row.until,
    toConfirm: row.toConfirm,
  };
}

/** The keys by which rights to a row are limited (see access.ts). */
export function bodyKeys(row: { readonly id: string; readonly entityId: string }) {
  return { record: row.id, body: row.id, entity: row.entityId };
}
