import { useState } from 'react';
import { formatNumber } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { campaignTexts } from '../campaign.texts.ts';
import './acknowledgements.css';
import { campaignPagesTexts } from './pages.texts.ts';

type Reading = ViewMap['acknowledgement.reading']['answer'];

/** A text to read, whole or what is new in it, and the button that acknowledges it. */
export default function ReadPage() {
  const id = useRouteParameter('id');
  const { mine: texts } = useTexts(campaignPagesTexts);
  const view = useView('acknowledgement.reading', { id });
  return (
    <Page
      title={view.data === undefined ? texts.title : texts.readNamed(view.data.title)}
      breadcrumbs={[{ label: texts.title, to: '/las-och-kvittera' }]}
    >
      <Loaded view={view}>{(reading) => <Text reading={reading} />}</Loaded>
    </Page>
  );
}

function Text({ reading }: { readonly reading: Reading }) {
  const texts = useTexts(campaignPagesTexts).read;
  const language = useLanguage();
  const [answered, setAnswered] = useState<readonly Answered[]>([]);
  const { since, sentences, hasAcknowledged } = reading;
  const lead = since === null ? texts.whole : texts.changes(formatNumber(since, language));
  return (
    <>
      {hasAcknowledged ? (
        <Notice kind="success" title={texts.already}>
          <LinkButton to="/las-och-kvittera">{texts.back}</LinkButton>
        </Notice>
      ) : (
        <p>{lead}</p>
      )}
      {answered.length === 0 ? null : <Answers answered={answered} />}
      <Section title={texts.text}>
        <div className="read-text">
          {since !== null && sentences.length === 0 ? <p>{texts.noChange}</p> : null}
          {sentences.map((sentence, place) => (
            // The sentences of a frozen text stand where they stand, and the same words may come twice.
            <Sentence key={place} sentence={sentence} before={sentences[place - 1]?.heading ?? ''} />
          ))}
        </div>
      </Section>
      {hasAcknowledged ? null : <AcknowledgeForm reading={reading} onAnswered={setAnswered} />}
    </>
  );
}

interface SentenceProps {
  readonly sentence: Reading['sentences'][number];
  /** The heading of the sentence before: one that is the same is not said again. */
  readonly before: string;
}

function Sentence({ sentence, before }: SentenceProps) {
  const texts = useTexts(campaignPagesTexts).read;
  const { heading, text, kind, pieces } = sentence;
  const mark = { whole: null, new: texts.isNew, changed: texts.isChanged }[kind];
  return (
    <>
      {heading === '' || heading === before ? null : <h3 lang="sv">{heading}</h3>}
      <p lang="sv">
        {mark === null ? null : <strong>{mark}: </strong>}
        {pieces.length === 0
          ? text
          : pieces.map((piece, place) => {
              // Pieces are the words of one sentence in order.
              const key = `${place} ${piece.words}`;
              if (piece.kind === 'added') return <ins key={key}>{piece.words}</ins>;
              if (piece.kind === 'removed') return <del key={key}>{piece.words}</del>;
              return <span key={key}>{piece.words}</span>;
            })}
      </p>
    </>
  );
}

/** A question that she has answered, with what is right. It is known to her browser only. */
interface Answered {
  readonly text: string;
  readonly isRight: boolean;
  readonly rightChoice: string;
  readonly explanation: string;
}

/** What is right of what was asked, for her who has just answered. */
function Answers({ answered }: { readonly answered: readonly Answered[] }) {
  const texts = useTexts(campaignPagesTexts).read;
  return (
    <Section title={texts.yourAnswers}>
      <div role="status">
        {answered.map(({ text, isRight, rightChoice, explanation }) => (
          <section key={text}>
            <h3 lang="sv">{text}</h3>
            <p>
              {isRight ? texts.right : texts.wrong(rightChoice)} <span lang="sv">{explanation}</span>
            </p>
          </section>
        ))}
      </div>
    </Section>
  );
}

interface AcknowledgeFormProps {
  readonly reading: Reading;
  readonly onAnswered: (answered: readonly Answered[]) => void;
}

function AcknowledgeForm({ reading, onAnswered }: AcknowledgeFormProps) {
  const texts = useTexts(campaignPagesTexts).read;
  const { fields } = useTexts(campaignTexts);
  const make = useAct('acknowledgement.make');
  const { questions, versionId } = reading;
  const initial: { choices: readonly string[] } = { choices: questions.map(() => '') };
  const form = useForm({
    initial,
    submit: async (values, circumstances) => {
      const { keys } = await make.run({
        input: {
          documentVersionId: versionId as Id<'DocumentVersion'>, // of the text just read
          // One that is left out makes them too few, and the server says so.
          choices: values.choices.filter((one) => one !== '').map(Number),
        },
        ...circumstances,
      });
      return keys.flatMap(({ right, explanation }, place): Answered[] => {
        const question = questions[place];
        if (question === undefined) return [];
        const isRight = Number(values.choices[place]) === right;
        return [{ text: question.text, isRight, rightChoice: question.choices[right] ?? '', explanation }];
      });
    },
    onSaved: onAnswered,
  });
  const { choices } = form.values;
  return (
    <Form form={form} submitLabel={texts.button} labels={fields}>
      {questions.length === 0 ? null : (
        <Section title={texts.questions} lead={texts.questionsHint}>
          {questions.map((question, place) => (
            <RadioGroup
              key={question.text}
              value={choices[place] ?? ''}
              onChange={(value) =>
                form.set(
                  'choices',
                  choices.map((one, at) => (at === place ? value : one)),
                )
              }
              label={question.text}
              options={question.choices.map((choice, at) => ({ value: String(at), label: choice }))}
              isOptional
            />
          ))}
        </Section>
      )}
    </Form>
  );
}
