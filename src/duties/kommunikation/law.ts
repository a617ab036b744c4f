import type { Bilingual } from '../../clauses/clause.ts';
import type { Circumstance, Ground, Verification } from '../duty.ts';
import { byAnswer, none, openGround } from '../grounds.ts';

/** The day that lagen (2022:482) om elektronisk kommunikation came into force. */
export const lawFrom = '2022-06-03';

export const verification: Verification = {
  state: 'reportedBySecondarySource',
  on: '2026-11-26',
  source:
    'PTS webbsida, kanske äldre än ändringarna den 15 januari 2026, och två sammanfattningar av förordningen',
};

export const transition: Bilingual = {
  sv: 'Reglerna som gällde den dag incidenten upptäcktes avgör.',
  en: 'The rules in force on the day the breach was detected decide.',
};

/** A breach of personal data in a service that the party offers to the public. */
export function breachOfTheService(circumstance: Circumstance): Ground {
  if (circumstance.answer('personalData') === 'no')
    return none({ code: 'noPersonalData', question: 'personalData' });
  return openGround(circumstance, 'personalData') ?? byAnswer(circumstance, 'communicationsService');
}
