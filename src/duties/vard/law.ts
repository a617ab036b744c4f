import type { QuestionKey } from '../case-facts.ts';
import type { Circumstance, Ground, Verification } from '../duty.ts';
import { byAnswer, none, openGround } from '../grounds.ts';

export const patientSafetyVerification: Verification = {
  state: 'verifiedAgainstOfficialText',
  on: '2026-11-26',
  source: 'Patientsäkerhetslagen (2010:659), läst i en arkiverad kopia; 3 kap. 5 § även i SFS 2017:786',
};

/** A duty in care turns on one question, once it is known that care was affected at all. */
export function careGround(circumstance: Circumstance, question: QuestionKey): Ground {
  if (circumstance.answer('careAffected') === 'no')
    return none({ code: 'careNotAffected', question: 'careAffected' });
  return openGround(circumstance, 'careAffected') ?? byAnswer(circumstance, question);
}
