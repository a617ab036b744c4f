import { met, needed, none, openGround } from '../grounds.ts';
import type { Circumstance, Ground } from '../duty.ts';
import { thresholdReached } from '../thresholds.ts';

/** The highest level of the municipality's scale, ”allvarlig”: a strong sign, but not the law's own measure. */
const serious = 3;

/**
 * Is the incident ”betydande” (cybersäkerhetslagen 2 kap. 5 §)? It is when it has caused, or can cause, a serious
 * disturbance, economic harm, or considerable harm to others. A number that is reached says yes; one that is not says
 * nothing, since it counts what the incident can cause. So a no is never the engine's: it asks for a decision.
 */
export function significance(circumstance: Circumstance): Ground {
  const { facts } = circumstance;
  if (circumstance.answer('networkOrSystem') === 'no')
    return none({ code: 'noSystem', question: 'networkOrSystem' });
  const reached = thresholdReached(circumstance);
  if (reached !== null) return met(reached);
  if (circumstance.answer('significant') === 'yes')
    return met({ code: 'answeredYes', question: 'significant' });
  if (isHealthCareHarmed(circumstance)) return met({ code: 'answeredYes', question: 'seriousCareInjury' });
  const { confidentiality = 0, integrity = 0, availability = 0, traceability = 0 } = facts.consequences;
  if (Math.max(confidentiality, integrity, availability, traceability) >= serious)
    return needed({ code: 'seriousConsequence', question: 'significant' });
  return (
    openGround(circumstance, 'significant') ?? needed({ code: 'canCauseSerious', question: 'significant' })
  );
}

/** For who gives health care, a report by lex Maria makes the incident significant (MCFFS 2026:8, as reported). */
function isHealthCareHarmed(circumstance: Circumstance): boolean {
  return (
    circumstance.party.sectors.includes('healthCare') &&
    circumstance.knownAt >= '2026-06-30T22:00:00.000Z' &&
    circumstance.answer('seriousCareInjury') === 'yes'
  );
}
