import { questions } from '../../../duties/questions.ts';
import type { QuestionKey, TriageAnswer } from '../../../duties/case-facts.ts';
import { formatMoment } from '../../../kernel/format.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseRecord } from './case-record.ts';
import { incidentPagesTexts } from './pages.texts.ts';

type Values = Readonly<Record<QuestionKey, TriageAnswer | ''>>;

/** The questions of the triage with their answers; whoever works on the case answers them here, a few or all at a time. */
export function Questions({ record }: { readonly record: CaseRecord }) {
  const texts = useTexts(incidentPagesTexts).record;
  return (
    <div className="stack">
      <p>{texts.questionsLead}</p>
      <AnswerList record={record} />
      {record.may.answer.allowed ? (
        <Disclosure title={texts.answerThem} isOpen={record.answers.length === 0}>
          <QuestionForm key={record.version} record={record} />
        </Disclosure>
      ) : null}
    </div>
  );
}

/** What has been answered to a question, by whom and when; nothing yet is said as that. */
function useAnswerLine(record: CaseRecord): (key: QuestionKey) => string {
  const texts = useTexts(incidentPagesTexts).record;
  const language = useLanguage();
  return (key) => {
    const found = record.answers.find((one) => one.question === key);
    if (found === undefined) return texts.notAnswered;
    return texts.answeredBy(found.by ?? '–', formatMoment(found.at, language));
  };
}

function AnswerList({ record }: { readonly record: CaseRecord }) {
  const { ongoing } = useTexts(incidentTexts);
  const language = useLanguage();
  const lineOf = useAnswerLine(record);
  return (
    <dl className="facts">
      {questions
        .filter(({ key }) => record.answers.some((one) => one.question === key))
        .map(({ key, question }) => (
          <div className="fact" key={key}>
            <dt>{question[language]}</dt>
            <dd>
              {ongoing[record.answers.find((one) => one.question === key)?.answer ?? 'unknown']}{' '}
              <span className="soft">{lineOf(key)}</span>
            </dd>
          </div>
        ))}
    </dl>
  );
}

function QuestionForm({ record }: { readonly record: CaseRecord }) {
  const texts = useTexts(incidentPagesTexts).record;
  const { ongoing } = useTexts(incidentTexts);
  const language = useLanguage();
  const answer = useAct('incident.answer');
  const lineOf = useAnswerLine(record);
  const before = (key: QuestionKey) => record.answers.find((one) => one.question === key)?.answer ?? '';
  // One entry for each question there is.
  const initial = Object.fromEntries(questions.map(({ key }) => [key, before(key)])) as Values;
  const form = useForm({
    initial,
    version: record.version,
    submit: (values, circumstances) => {
      const answers = questions.flatMap(({ key }) => {
        const given = values[key];
        return given === '' || given === before(key) ? [] : [{ question: key, answer: given }];
      });
      return answer.run({ id: record.id, input: { answers }, ...circumstances });
    },
  });
  // A question that only follows on another's answer is asked when that has been given.
  const asked = questions.filter(
    ({ key, after }) => after === null || form.values[after.question] === after.answer || before(key) !== '',
  );
  const labels = Object.fromEntries(questions.map(({ key, question }) => [key, question[language]]));
  return (
    <Form form={form} submitLabel={texts.saveAnswers} labels={labels}>
      {asked.map(({ key, question, why }) => (
        <RadioGroup<TriageAnswer>
          key={key}
          {...form.field(key)}
          label={question[language]}
          hint={`${why[language]} ${lineOf(key)}.`}
          options={optionsOf(ongoing)}
        />
      ))}
    </Form>
  );
}
