import { formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { campaignTexts } from '../campaign.texts.ts';
import { campaignPagesTexts } from './pages.texts.ts';

type Questions = ViewMap['campaign.record']['answer']['questions'];

interface QuestionFiguresProps {
  readonly questions: Questions;
  readonly isClosed: boolean;
}

/** What the questions were and, when the campaign is over, how many chose what of those that enough have answered. */
export function QuestionFigures({ questions, isClosed }: QuestionFiguresProps) {
  const texts = useTexts(campaignPagesTexts).record;
  const { audiences } = useTexts(campaignTexts);
  const language = useLanguage();
  if (questions.length === 0) return null;
  return (
    <Section title={texts.questions} lead={texts.questionsLead}>
      {questions.map(({ audience, question, answers }) => (
        <section key={`${audience} ${question.text}`}>
          <h3 lang="sv">{question.text}</h3>
          <p className="soft">{audiences[audience]}</p>
          <ul>
            {question.choices.map((choice, place) => (
              <li key={choice}>
                <span lang="sv">{choice}</span>
                {place === question.right ? <span className="soft"> ({texts.rightChoice})</span> : null}
                {answers === null ? null : `: ${formatNumber(answers[place] ?? 0, language)}`}
              </li>
            ))}
          </ul>
          {answers === null ? <p className="soft">{isClosed ? texts.tooFew : texts.notYet}</p> : null}
        </section>
      ))}
    </Section>
  );
}
