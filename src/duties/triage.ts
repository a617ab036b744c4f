import { type AffectedParty, answerFor, type CaseFacts, type QuestionKey } from './case-facts.ts';
import { questions, type TriageQuestion } from './questions.ts';

type Asked = Pick<CaseFacts, 'answers' | 'parties'>;

/**
 * The next question of the shortest path: the first that somebody concerned has not answered, and whose answer could
 * raise a duty for it. Null when none is left, or when säkerhetsskydd stops everything. ”Unknown” is an answer: it is
 * asked about again by who follows up, not by the triage.
 */
export function nextQuestion(facts: Asked): QuestionKey | null {
  if (isStopped(facts)) return null;
  return questions.find((question) => isOpen(question, facts))?.key ?? null;
}

/** Is säkerhetsskydd answered with yes, for the case or for anybody it concerns? */
export function isStopped(facts: Asked): boolean {
  if (facts.answers.protectiveSecurity?.answer === 'yes') return true;
  return facts.parties.some((party) => party.answers.protectiveSecurity?.answer === 'yes');
}

/** Is the question one to ask of this case: does it concern somebody with the role, given what has been answered? */
export function isAsked(question: TriageQuestion, facts: Asked): boolean {
  return facts.parties.length === 0
    ? question.roles === null && question.after === null
    : facts.parties.some((party) => concerns(question, facts, party));
}

/**
 * The questions that a party can answer otherwise than the case does: those that concern it. Säkerhetsskydd is not among
 * them, since it stops the case for everyone.
 */
export function questionsFor(facts: Asked, party: AffectedParty): readonly TriageQuestion[] {
  return questions.filter(
    (question) => question.key !== 'protectiveSecurity' && concerns(question, facts, party),
  );
}

function isOpen(question: TriageQuestion, facts: Asked): boolean {
  if (facts.parties.length === 0)
    return isAsked(question, facts) && facts.answers[question.key] === undefined;
  return facts.parties.some(
    (party) => concerns(question, facts, party) && answerFor(facts, party, question.key) === null,
  );
}

function concerns({ roles, after }: TriageQuestion, facts: Asked, party: AffectedParty): boolean {
  if (roles !== null && !roles.some((role) => party.roles.includes(role))) return false;
  return after === null || answerFor(facts, party, after.question) === after.answer;
}
