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
      <Section title={texts.text}>
        <div className="read-text">
          {since !== null && sentences.length === 0 ? <p>{texts.noChange}</p> : null}
          {sentences.map((sentence, place) => (
            // The sentences of a frozen text stand where they stand, and the same words may come twice.
            <Sentence key={place} sentence={sentence} before={sentences[place - 1]?.heading ?? ''} />
          ))}
        </div>
      </Section>
      {hasAcknowledged ? null : <AcknowledgeForm reading={reading} />}
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

function AcknowledgeForm({ reading }: { readonly reading: Reading }) {
  const texts = useTexts(campaignPagesTexts).read;
  const { fields } = useTexts(campaignTexts);
  const make = useAct('acknowledgement.make');
  const { questions, versionId } = reading;
  const initial: { choices: readonly string[] } = { choices: questions.map(() => '') };
  const form = useForm({
    initial,
    submit: ({ choices }, circumstances) =>
      make.run({
        input: {
          documentVersionId: versionId as Id<'DocumentVersion'>, // of the text just read
          choices: choices.every((one) => one === '')
            ? []
            : choices.map((one) => (one === '' ? 3 : Number(one))),
        },
        ...circumstances,
      }),
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
