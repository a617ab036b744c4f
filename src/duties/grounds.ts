import type { QuestionKey } from './case-facts.ts';
import type { Because, Circumstance, Ground } from './duty.ts';

/** The duty arises. */
export function met(because: Because): Ground {
  return { verdict: 'thresholdMet', because };
}

/** Nobody can tell by rule: somebody must decide, and say why. */
export function needed(because: Because): Ground {
  return { verdict: 'decisionNeeded', because };
}

/** The duty does not arise, for a reason that is no threshold of time. */
export function none(because: Because): Ground {
  return { verdict: 'doesNotArise', because };
}

/** A question that is not answered, or answered with ”unknown”: somebody must decide. Null where it has an answer. */
export function openGround(circumstance: Circumstance, question: QuestionKey): Ground | null {
  const answer = circumstance.answer(question);
  if (answer === null) return needed({ code: 'notAnswered', question });
  return answer === 'unknown' ? needed({ code: 'answeredUnknown', question }) : null;
}

/** A duty that turns on one question alone. */
export function byAnswer(circumstance: Circumstance, question: QuestionKey): Ground {
  const open = openGround(circumstance, question);
  if (open !== null) return open;
  return circumstance.answer(question) === 'yes'
    ? met({ code: 'answeredYes', question })
    : none({ code: 'answeredNo', question });
}
