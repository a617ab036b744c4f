import { Type } from 'typebox';
import { Day, Fields, IdOf, Line, OneOf, OrNull, Reason, type Static } from '../../../kernel/schema.ts';
import { unitKinds } from './unit.ts';

const unitId = IdOf<'Unit'>();

/** One unit goes into another, with its sub-units, people and records. */
const Merge = Fields({ kind: Type.Literal('merge'), unitId, intoId: unitId });
/**
 * One unit becomes several. Each part names the sub-units it takes over; those that no part names, the people and the
 * records go to the first.
 */
const Split = Fields({
  kind: Type.Literal('split'),
  unitId,
  parts: Type.Array(
    Fields({
      name: Line(200),
      kind: OneOf(unitKinds),
      subunits: Type.Array(unitId, { maxItems: 500, uniqueItems: true }),
    }),
    { minItems: 2, maxItems: 20 },
  ),
});
/** One unit, with all below it, is put under another, or at the top of its entity. */
const Move = Fields({ kind: Type.Literal('move'), unitId, parentId: OrNull(unitId) });
/** One unit ends. `recordsTo` takes over its people and records; null when there are none. */
const End = Fields({ kind: Type.Literal('end'), unitId, recordsTo: OrNull(unitId) });

export const stepKinds = ['merge', 'split', 'move', 'end'] as const;

/** What is to happen, in order. `effectiveOn` is the first day of the new organisation. */
export const planInput = Fields({
  effectiveOn: Day(),
  steps: Type.Array(Type.Union([Merge, Split, Move, End]), { minItems: 1, maxItems: 50 }),
});
export type Plan = Static<typeof planInput>;
export type PlanStep = Plan['steps'][number];
export type StepOf<Kind extends PlanStep['kind']> = Extract<PlanStep, { kind: Kind }>;

export const reorganiseInput = Fields({
  ...planInput.properties,
  reason: Reason(),
  decision: Line(200),
  /** The versions of the units that the preview showed; a unit changed since then stops the reorganisation. */
  seen: Type.Array(Fields({ unitId, version: Type.Integer({ minimum: 1 }) }), { maxItems: 5000 }),
});

export const planRefusals = [
  'notYet',
  'unitUnknown',
  'unitEnded',
  'notBegun',
  'intoItself',
  'wouldMakeCycle',
  'otherEntity',
  'outlivesParent',
  'nameTaken',
  'alreadyThere',
  'notASubunit',
  'subunitTwice',
  'subunitsLeft',
  'recordsLeft',
] as const;
