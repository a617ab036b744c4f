import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import type { Id, PersonId, UnitId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, OneOf, Reason, type Static } from '../../kernel/schema.ts';

/** What a manager can say of a unit that has reported nothing: it has drilled how to, or nothing has happened. */
export const attestKinds = ['drill', 'nothingHappened'] as const;
export type AttestKind = (typeof attestKinds)[number];

export const attestInput = Fields({ unitId: IdOf<'Unit'>(), what: OneOf(attestKinds), note: Reason(1000) });

export interface ReportAttest {
  readonly id: Id<'ReportAttest'>;
  readonly unitId: UnitId;
  readonly what: AttestKind;
  readonly note: string;
  readonly attestedOn: string;
  readonly attestedBy: PersonId | null;
}

/** Attests for a unit (P15). It holds for a year, and says how its maker knows. */
export function attestReporting(
  { unitId, what, note }: Static<typeof attestInput>,
  unitStands: boolean,
  { actor, today, newId }: Circumstances,
): Decision<ReportAttest> | Refusal {
  if (!unitStands) return refuse('unitUnknown', { field: 'unitId' });
  const id = newId<'ReportAttest'>();
  const next: ReportAttest = { id, unitId, what, note, attestedOn: today, attestedBy: actor.personId };
  const changes = changesBetween(null, { unitId, what, note, attestedOn: today });
  return { next, event: { kind: 'reportAttest.attested', record: id, changes } };
}
