import type { Circumstances, Decision } from '../../../kernel/action.ts';
import type { HeldOffice } from '../../../kernel/access.ts';
import { changesBetween } from '../../../kernel/audit/canonical.ts';
import type { Id, PersonId } from '../../../kernel/ids.ts';
import type { Office } from '../../../kernel/offices.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, IdOf, Prose, type Static } from '../../../kernel/schema.ts';
import { Type } from 'typebox';
import type { DocumentId, GoverningDocument } from '../document.ts';

/** What an office has said of a demand that it answers for. */
export interface DemandAttest {
  readonly id: Id<'DemandAttest'>;
  readonly version: number;
  readonly documentId: DocumentId;
  readonly sentenceHash: string;
  readonly office: Office;
  readonly personId: PersonId | null;
  readonly isMet: boolean;
  readonly note: string;
  readonly attestedOn: string;
}

export const attestInput = Fields({
  documentId: IdOf<'Document'>(),
  sentenceHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  isMet: Type.Boolean(),
  note: Prose(2000),
});

export const attestRefusals = ['documentUnknown', 'notToAttest', 'notYourDemand', 'noteMissing'] as const;

/** A demand in force, with the office that answers for it; null when the text makes no such demand, or it is not attested. */
export interface AttestGround {
  readonly document: Pick<GoverningDocument, 'id' | 'unitId' | 'systemId'>;
  readonly office: Office | null;
}

/** Does the actor hold the office for this document: for the whole, for its unit or a unit above, or for its system? */
export function holdsFor(
  held: readonly HeldOffice[],
  office: Office,
  document: Pick<GoverningDocument, 'unitId' | 'systemId'>,
): boolean {
  return held.some((one) => {
    if (one.office !== office) return false;
    if (one.scope === 'unit') return document.unitId !== null && one.units.includes(document.unitId);
    if (one.scope === 'system') return one.scopeId === document.systemId;
    return one.scope === 'municipality';
  });
}

/** Says that a demand is met, or that it is not and why. Only whoever holds the office that answers for it can. */
export function attestDemand(
  ground: AttestGround,
  input: Static<typeof attestInput>,
  circumstances: Circumstances,
): Decision<DemandAttest> | Refusal {
  const { document, office } = ground;
  const { actor } = circumstances;
  if (office === null) return refuse('notToAttest');
  if (actor.kind !== 'system' && !holdsFor(actor.held, office, document)) return refuse('notYourDemand');
  if (!input.isMet && input.note.trim() === '') return refuse('noteMissing', { field: 'note' });
  const next: DemandAttest = {
    ...input,
    id: circumstances.newId<'DemandAttest'>(),
    version: 1,
    office,
    personId: actor.personId,
    attestedOn: circumstances.today,
  };
  const { documentId, sentenceHash, isMet, note, attestedOn } = next;
  const changes = changesBetween(null, { documentId, sentenceHash, office, isMet, note, attestedOn });
  return { next, event: { kind: 'demandAttest.attested', record: next.id, changes } };
}
