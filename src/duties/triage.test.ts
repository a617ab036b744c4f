import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  type QuestionKey,
  questionKeys,
  type TriageAnswer,
  triageAnswers,
} from './case-facts.ts';
import { duties } from './index.ts';
import { questions } from './questions.ts';
import { caseOf, no, noticedAt, party, yes } from './testing/cases.ts';
import { isAsked, nextQuestion } from './triage.ts';

const everyRole = party('kommunen', [
  'coveredEntity',
  'controller',
  'processor',
  'careProvider',
  'socialServices',
  'communicationsProvider',
]);

/** Answers what is asked until nothing is, and tells which questions were. */
function walk(
  parties: readonly ReturnType<typeof party>[],
  answer: (key: QuestionKey) => TriageAnswer,
): QuestionKey[] {
  const asked: QuestionKey[] = [];
  let answers: Answers = {};
  for (let left = questionKeys.length + 1; left > 0; left -= 1) {
    const next = nextQuestion(caseOf({ parties, answers }));
    if (next === null) return asked;
    asked.push(next);
    answers = { ...answers, [next]: { answer: answer(next), at: noticedAt } };
  }
  throw new Error('it asks for ever');
}

describe('the questions', () => {
  it('each is asked once, in words', () => {
    expect(questions.map((one) => one.key).sort()).toEqual([...questionKeys].sort());
    for (const { question, why } of questions) {
      expect(question.sv).toMatch(/\?$/);
      expect(question.en).toMatch(/\?$/);
      expect(why.sv).toMatch(/\.$/);
      expect(why.en).toMatch(/\.$/);
    }
  });

  it('ask before what follows from them, and raise duties that exist', () => {
    const numbers = new Set(duties.map((one) => one.number));
    questions.forEach(({ after, raises, key }, index) => {
      expect(
        raises.filter((one) => !numbers.has(one)),
        key,
      ).toEqual([]);
      if (after === null) return;
      expect(
        questions.findIndex((one) => one.key === after.question),
        key,
      ).toBeLessThan(index);
    });
    const raised = new Set(questions.flatMap((one) => one.raises));
    expect([...numbers].filter((one) => !raised.has(one))).toEqual([]);
  });
});

describe('the next question', () => {
  it('säkerhetsskydd is first, and a yes is the last', () => {
    expect(walk([everyRole], () => 'yes')).toEqual(['protectiveSecurity']);
  });

  it('a no to everything is a short path', () => {
    expect(walk([everyRole], () => 'no')).toEqual([
      'protectiveSecurity',
      'networkOrSystem',
      'personalData',
      'careAffected',
      'cyberThreat',
      'supplier',
      'crime',
      'agreement',
      'registrationChanged',
    ]);
  });

  it('a yes opens what follows from it, and nothing else is left out', () => {
    const asked = walk([everyRole], (key) => (key === 'protectiveSecurity' ? 'no' : 'yes'));
    expect(asked).toHaveLength(questionKeys.length);
  });

  it('who is only a controller is not asked of care and services', () => {
    const asked = walk([party('skolan', ['controller'])], (key) =>
      key === 'protectiveSecurity' ? 'no' : 'yes',
    );
    expect(asked).toEqual([
      'protectiveSecurity',
      'personalData',
      'riskToPeople',
      'highRisk',
      'supplier',
      'crime',
      'agreement',
    ]);
  });

  it('”unknown” is an answer, and opens nothing', () => {
    expect(walk([everyRole], () => 'unknown')).not.toContain('riskToPeople');
  });

  it('a question is open until everyone it concerns has an answer', () => {
    const answers = { ...no('protectiveSecurity'), ...yes('personalData') };
    const judged = { ...party('skolan', ['controller']), answers: no('riskToPeople') };
    const parties = [judged, party('vården', ['controller'])];
    expect(nextQuestion(caseOf({ parties, answers }))).toBe('riskToPeople');
  });

  it('before anybody is concerned only what is asked of everyone is asked', () => {
    expect(walk([], () => 'no')).toEqual(['protectiveSecurity', 'supplier', 'crime', 'agreement']);
  });

  it('never asks twice, and never what is not to be asked', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...triageAnswers)), (given) => {
        const left = [...given];
        const asked = walk([everyRole], () => left.pop() ?? 'no');
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });

  it('a question that follows is asked only after its answer', () => {
    const risk = questions.find((one) => one.key === 'riskToPeople');
    if (risk === undefined) throw new Error('no such question');
    expect(isAsked(risk, caseOf({ answers: yes('personalData') }))).toBe(true);
    expect(isAsked(risk, caseOf({ answers: no('personalData') }))).toBe(false);
  });
});
