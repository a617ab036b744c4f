import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween } from '../../../kernel/audit/canonical.ts';
import type { Id, PersonId, UnitId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, IdOf, Prose, type Static } from '../../../kernel/schema.ts';

export const unitAttestInput = Fields({
  unitId: IdOf<'Unit'>(),
  isFollowed: Type.Boolean(),
  note: Prose(2000),
});

/** What a head has said of her unit: that it follows the policy, or that it does not and why. */
export interface UnitAttest {
  readonly id: Id<'UnitAttest'>;
  readonly version: number;
  readonly unitId: UnitId;
  readonly personId: PersonId | null;
  readonly isFollowed: boolean;
  readonly note: string;
  readonly attestedOn: string;
}

export const unitAttestRefusals = ['unitUnknown', 'noteMissing'] as const;

/** Attests for a unit that stands. An earlier attest stays; the latest is the one that counts (P10). */
export function attestUnit(
  around: { readonly unitStands: boolean },
  input: Static<typeof unitAttestInput>,
  { actor, today, newId }: Circumstances,
): Decision<UnitAttest> | Refusal {
  if (!around.unitStands) return refuse('unitUnknown', { field: 'unitId' });
  if (!input.isFollowed && input.note.trim().length < 3) return refuse('noteMissing', { field: 'note' });
  const next: UnitAttest = {
    ...input,
    id: newId<'UnitAttest'>(),
    version: 1,
    personId: actor.personId,
    attestedOn: today,
  };
  const { unitId, isFollowed, note, attestedOn } = next;
  const changes = changesBetween(null, { unitId, isFollowed, note, attestedOn });
  return { next, event: { kind: 'unitAttest.attested', record: next.id, changes } };
}
