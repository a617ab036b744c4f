import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween } from '../../../kernel/audit/canonical.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, OrNull, type Static } from '../../../kernel/schema.ts';

/** What has a place: a system or a unit, as events name it. */
const place = Type.String({
  maxLength: 60,
  pattern: '^(system|unit):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
});

export const orderInput = Fields({
  /** The whole list, the most urgent first; a list has no ties. */
  places: Type.Array(place, { maxItems: 500, uniqueItems: true }),
  /** The version that the person had before her; null when there was none. A list that somebody else has changed is not written over. */
  seen: OrNull(Type.Integer({ minimum: 1 })),
});
export type OrderInput = Static<typeof orderInput>;

export interface RestorationOrder {
  readonly id: Id<'RestorationOrder'>;
  readonly version: number;
  readonly places: readonly string[];
}

export const orderRefusals = ['orderMoved', 'placeUnknown', 'nothingChanged'] as const;

/** Sets in which order systems and activities are restored. */
export function setOrder(
  before: RestorationOrder | null,
  input: OrderInput,
  known: readonly string[],
  { newId }: Circumstances,
): Decision<RestorationOrder> | Refusal {
  if (input.seen !== (before?.version ?? null)) return refuse('orderMoved');
  if (input.places.some((one) => !known.includes(one))) return refuse('placeUnknown', { field: 'places' });
  const changes = changesBetween({ places: before?.places ?? [] }, { places: input.places });
  if (changes.length === 0) return refuse('nothingChanged');
  const id = before?.id ?? newId<'RestorationOrder'>();
  const next = { id, version: (before?.version ?? 0) + 1, places: input.places };
  return { next, event: { kind: 'restorationOrder.set', record: id, changes } };
}
