import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import { readDecision } from '../../kernel/decision-reference.ts';
import type { Id } from '../../kernel/ids.ts';
import { offices, officeScopes } from '../../kernel/offices.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, Line, OneOf, OrNull, Prose, type Static } from '../../kernel/schema.ts';

/** Who a row points at: the holder of an office, the manager of a named unit, or of the information's own unit. */
export const holderKinds = ['office', 'unitManager', 'ownUnitManager'] as const;
export type HolderKind = (typeof holderKinds)[number];

/** What the area is called, and what belongs to it. */
export const areaInput = Fields({ name: Line(120), examples: Prose(1000) });
export type AreaInput = Static<typeof areaInput>;

/** Who owns the area's information when nothing else is decided, under which authority, and by what decision. */
export const ruleInput = Fields({
  holder: OneOf(holderKinds),
  office: OrNull(OneOf(offices)),
  unitId: OrNull(IdOf<'Unit'>()),
  bodyId: OrNull(IdOf<'Body'>()),
  entityId: OrNull(IdOf<'Entity'>()),
  decision: OrNull(Line(200)),
});
export type RuleInput = Static<typeof ruleInput>;

/** A new row. `toConfirm` marks a proposal that nobody in the municipality has decided on yet. */
export const addInput = Fields({
  area: Type.String({ minLength: 2, maxLength: 40, pattern: '^[a-z][a-z0-9-]{1,39}$' }),
  ...areaInput.properties,
  ...ruleInput.properties,
  toConfirm: Type.Boolean(),
});
export type AddInput = Static<typeof addInput>;

/** A row of the default-owner table. */
export interface DefaultOwnerRow extends AddInput {
  readonly id: Id<'DefaultOwner'>;
  readonly version: number;
  readonly endedOn: string | null;
}

/** What must be looked up before a row can be accepted. */
export interface RuleSurroundings {
  readonly unitStands: boolean;
  readonly bodyStands: boolean;
  readonly entityStands: boolean;
}

export const ruleRefusals = [
  'officeMissing',
  'officeNotAsked',
  'officeNotMunicipal',
  'unitNotAsked',
  'unitUnknown',
  'bodyUnknown',
  'entityUnknown',
  'decisionUnreadable',
  'decisionInFuture',
] as const;

/** Adds an area. Its word is what information refers to, so it never changes; the name may. */
export function addDefaultOwner(
  input: AddInput,
  around: RuleSurroundings,
  circumstances: Circumstances,
): Decision<DefaultOwnerRow> | Refusal {
  const rule = readRule(input, around, circumstances.today);
  if (isRefusal(rule)) return rule;
  const id = circumstances.newId<'DefaultOwner'>();
  const next: DefaultOwnerRow = { ...input, ...rule, id, version: 1, endedOn: null };
  return {
    next,
    event: { kind: 'defaultOwner.added', record: id, changes: changesBetween(null, told(next)) },
  };
}

/** Calls the area something else, or says better what belongs to it. */
export function describeDefaultOwner(
  before: DefaultOwnerRow,
  input: AreaInput,
): Decision<DefaultOwnerRow> | Refusal {
  return changed(before, { ...before, ...input }, 'defaultOwner.described');
}

/** Decides who owns the area's information when nothing else is decided. Whoever decides has thereby confirmed. */
export function setDefaultOwner(
  before: DefaultOwnerRow,
  input: RuleInput,
  around: RuleSurroundings,
  circumstances: Circumstances,
): Decision<DefaultOwnerRow> | Refusal {
  const rule = readRule(input, around, circumstances.today);
  if (isRefusal(rule)) return rule;
  return changed(before, { ...before, ...rule, toConfirm: false }, 'defaultOwner.set');
}

/** Says that a proposed row is right as it stands, with the decision if there is one. */
export function confirmDefaultOwner(
  before: DefaultOwnerRow,
  decision: string | null,
  circumstances: Circumstances,
): Decision<DefaultOwnerRow> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  if (!before.toConfirm) return refuse('alreadyConfirmed');
  if (before.holder === 'unitManager' && before.unitId === null)
    return refuse('unitNotChosen', { field: 'unitId' });
  const read = readDecision(decision, circumstances.today);
  if (isRefusal(read)) return read;
  const next = { ...before, toConfirm: false, decision: read ?? before.decision };
  return changed(before, next, 'defaultOwner.confirmed');
}

/** Takes the area out of use. Information that still refers to it would lose its owner, so there must be none. */
export function endDefaultOwner(
  before: DefaultOwnerRow,
  informationCount: number,
  reason: string,
  circumstances: Circumstances,
): Decision<DefaultOwnerRow> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  if (informationCount > 0) return refuse('areaInUse', { parameters: { count: informationCount } });
  const next = { ...before, version: before.version + 1, endedOn: circumstances.today };
  const changes = [{ field: 'endedOn', from: null, to: circumstances.today }];
  return { next, event: { kind: 'defaultOwner.ended', record: before.id, changes, reason } };
}

function changed(
  before: DefaultOwnerRow,
  after: DefaultOwnerRow,
  kind: string,
): Decision<DefaultOwnerRow> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  const changes = changesBetween(told(before), told(after));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next: { ...after, version: before.version + 1 }, event: { kind, record: before.id, changes } };
}

function readRule(input: RuleInput, around: RuleSurroundings, today: string): RuleInput | Refusal {
  const { holder, office, unitId, bodyId, entityId } = input;
  if (holder === 'office') {
    if (office === null) return refuse('officeMissing', { field: 'office' });
    // Only an office held for the whole municipality says who it is without anything more.
    if (!officeScopes[office].includes('municipality'))
      return refuse('officeNotMunicipal', { field: 'office' });
  } else if (office !== null) return refuse('officeNotAsked', { field: 'office' });
  // A proposal may leave the unit to be pointed out: who heads finance differs between municipalities.
  if (holder !== 'unitManager' && unitId !== null) return refuse('unitNotAsked', { field: 'unitId' });
  if (!around.unitStands) return refuse('unitUnknown', { field: 'unitId' });
  if (!around.bodyStands) return refuse('bodyUnknown', { field: 'bodyId' });
  if (!around.entityStands) return refuse('entityUnknown', { field: 'entityId' });
  const decision = readDecision(input.decision, today);
  return isRefusal(decision) ? decision : { holder, office, unitId, bodyId, entityId, decision };
}

function told(row: DefaultOwnerRow): Record<string, Json> {
  return {
    area: row.area,
    name: row.name,
    examples: row.examples,
    holder: row.holder,
    office: row.office,
    unitId: row.unitId,
    bodyId: row.bodyId,
    entityId: row.entityId,
    decision: row.decision,
    toConfirm: row.toConfirm,
  };
}
