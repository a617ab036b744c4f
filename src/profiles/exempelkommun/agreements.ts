import { addMonths, dayOf } from '../../kernel/calendar.ts';
import { register, review } from '../../governance/agreement-reviews/agreement-review.actions.ts';
import {
  demandsOf,
  policyVersionInForce,
} from '../../governance/agreement-reviews/agreement-review.store.ts';
import type { Ago, Perform } from './advice.ts';
import { unitId } from './rows.ts';

const examples = [
  {
    counterparty: 'Journalbolaget AB',
    subject: 'Drift av journalsystemet',
    reference: 'SN 2024/88',
    unit: 'soc',
    outcome: 'noConflict',
  },
  {
    counterparty: 'Molntjänster Norr AB',
    subject: 'Lagring av bilder',
    reference: 'KS 2025/140',
    unit: 'kommunikation',
    outcome: 'conflict',
  },
  {
    counterparty: 'Norrlands Bemanning AB',
    subject: 'Tillfällig personal',
    reference: 'KS 2023/17',
    unit: 'hr',
    outcome: 'toExamine',
  },
  {
    counterparty: 'Städbolaget i Norr AB',
    subject: 'Städning av skolor',
    reference: 'KS 2025/9',
    unit: 'it',
    outcome: null,
  },
] as const;

/** Agreements of the example municipality: one without conflict, one with, one to be examined, one not reviewed. */
export async function fillAgreements(perform: Perform, ago: Ago): Promise<void> {
  const then = ago(120);
  const day = dayOf(then.clock());
  const policy = await policyVersionInForce(then.db, day);
  const demands = policy === null ? [] : await demandsOf(then.db, policy);
  for (const { unit, outcome, ...said } of examples) {
    const made = await perform(then, register, null, null, { ...said, unitId: unitId(unit) });
    if (outcome === null) continue;
    const isConflict = outcome === 'conflict';
    await perform(then, review, made.id, made.version, {
      outcome,
      nextReviewOn: addMonths(day, 12),
      conflict: isConflict ? 'Leverantören får behålla kopior efter avtalets slut.' : '',
      sentenceId: isConflict ? (demands[0]?.id ?? null) : null,
      decision: isConflict ? 'changeAgreement' : null,
      decider: isConflict ? 'Kommundirektören' : null,
      decidedOn: isConflict ? day : null,
    });
  }
}
