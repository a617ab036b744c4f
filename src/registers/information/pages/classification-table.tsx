import { formatLongDate } from '../../../kernel/format.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useToday } from '../../../ui/past.ts';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { aspects } from '../vocabulary.ts';
import { vocabularyTexts } from '../vocabulary.texts.ts';
import { LevelWord } from './class-figure.tsx';
import { informationPagesTexts } from './pages.texts.ts';
import type { InformationRecord } from './information-record.ts';

/** The classification in force: each aspect with its level and why, who took part, when it is looked over next. */
export function ClassificationTable({ information }: { readonly information: InformationRecord }) {
  const texts = useTexts(informationPagesTexts).record;
  const words = useTexts(vocabularyTexts);
  const language = useLanguage();
  const today = useToday();
  const { classification } = information;
  if (classification === null) return <p>{texts.notClassified}</p>;
  const shown = aspects.filter((aspect) => classification.levels[aspect] !== null);
  const isLate = classification.nextReviewOn < today;
  const review = formatLongDate(classification.nextReviewOn, language);
  return (
    <div className="stack">
      <table className="information-aspects">
        <thead>
          <tr>
            <th scope="col">{texts.aspect}</th>
            <th scope="col">{texts.level}</th>
            <th scope="col">{texts.why}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((aspect) => (
            <tr key={aspect}>
              <th scope="row">{words.aspects[aspect]}</th>
              <td>
                <LevelWord level={classification.levels[aspect]} />
              </td>
              <td>{classification.reasons[aspect]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <DefinitionList
        facts={[
          { term: texts.participants, value: classification.participants.join(' · ') },
          { term: texts.decidedOn, value: formatLongDate(classification.decidedOn, language) },
          {
            term: texts.nextReview,
            value: isLate ? (
              <span className="row">
                {review} <VerdictMark verdict="overdue" />
              </span>
            ) : (
              review
            ),
          },
          { term: texts.model, value: classification.model },
        ]}
      />
    </div>
  );
}
