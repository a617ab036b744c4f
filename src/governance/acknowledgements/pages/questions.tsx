import { useState } from 'react';
import type { Id } from '../../../kernel/ids.ts';
import { formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { type FormState, useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import { campaignTexts } from '../campaign.texts.ts';
import type { Question, QuestionAudience } from '../questions/question-set.ts';
import { campaignPagesTexts } from './pages.texts.ts';

type Sets = ViewMap['questionSet.list']['answer']['items'];

/** What is asked beside a document, for one audience at a time. */
export default function QuestionsPage() {
  const { list, questions: texts } = useTexts(campaignPagesTexts);
  const { audiences } = useTexts(campaignTexts);
  const documents = useView('campaign.choices');
  const [documentId, setDocument] = useState<string>();
  const [audience, setAudience] = useState<QuestionAudience>('everyone');
  const chosen = documentId ?? documents.data?.documents[0]?.id ?? '';
  const sets = useView('questionSet.list', {
    query: { documentId: chosen as Id<'Document'> }, // from the list of documents
    isEnabled: chosen !== '',
  });
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: list.title, to: '/kvittenser' }]}>
      <Loaded view={documents}>
        {(found) => (
          <>
            <Select
              value={chosen}
              onChange={setDocument}
              label={texts.document}
              emptyLabel={texts.choose}
              options={found.documents.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <Select<QuestionAudience>
              value={audience}
              onChange={(value) => setAudience(value === '' ? 'everyone' : value)}
              label={texts.audience}
              hint={texts.everyoneHint}
              options={optionsOf(audiences)}
            />
          </>
        )}
      </Loaded>
      {chosen === '' ? null : (
        <Loaded view={sets}>
          {({ items }) => (
            <Section title={audiences[audience]}>
              <QuestionsForm
                key={`${chosen} ${audience}`}
                documentId={chosen}
                audience={audience}
                set={items.find((one) => one.audience === audience)}
              />
            </Section>
          )}
        </Loaded>
      )}
    </Page>
  );
}

/** A question as it is written: its choices a line each, and which of them is right counted from one. */
interface Written {
  readonly text: string;
  readonly choices: string;
  readonly right: number | null;
  readonly explanation: string;
}
interface Values {
  readonly questions: readonly Written[];
}
const mostQuestions = 3;

const toWritten = ({ text, choices, right, explanation }: Question): Written => ({
  text,
  choices: choices.join('\n'),
  right: right + 1,
  explanation,
});

function toQuestion({ text, choices, right, explanation }: Written): Question {
  const lines = choices.split('\n').filter((line) => line.trim() !== '');
  return { text, choices: lines, right: (right ?? 0) - 1, explanation };
}

interface QuestionsFormProps {
  readonly documentId: string;
  readonly audience: QuestionAudience;
  readonly set: Sets[number] | undefined;
}

function QuestionsForm({ documentId, audience, set }: QuestionsFormProps) {
  const texts = useTexts(campaignPagesTexts).questions;
  const { fields } = useTexts(campaignTexts);
  const save = useAct('questionSet.set');
  const [isSaved, setSaved] = useState(false);
  const initial: Values = { questions: (set?.questions ?? []).map(toWritten) };
  const form = useForm({
    initial,
    submit: ({ questions }, circumstances) =>
      save.run({
        input: {
          documentId: documentId as Id<'Document'>, // from the list of documents
          audience,
          questions: questions.map(toQuestion),
        },
        ...circumstances,
      }),
    onSaved: () => setSaved(true),
  });
  const { questions } = form.values;
  const add = { text: '', choices: '', right: 1, explanation: '' };
  return (
    <Form form={form} submitLabel={texts.save} labels={fields}>
      {isSaved && !form.isChanged ? <Notice kind="success" title={texts.saved} isNews /> : null}
      {questions.map((_question, place) => (
        // Questions have no name of their own: they are the first, second and third.
        <QuestionFields key={place} form={form} place={place} />
      ))}
      {questions.length >= mostQuestions ? null : (
        <p>
          <Button size="small" onClick={() => form.set('questions', [...questions, add])}>
            {texts.add}
          </Button>
        </p>
      )}
    </Form>
  );
}

function QuestionFields({ form, place }: { readonly form: FormState<Values>; readonly place: number }) {
  const texts = useTexts(campaignPagesTexts).questions;
  const language = useLanguage();
  const { questions } = form.values;
  const written = questions[place];
  if (written === undefined) return null;
  const change = (changed: Partial<Written>) =>
    form.set(
      'questions',
      questions.map((one, at) => (at === place ? { ...one, ...changed } : one)),
    );
  const remove = () =>
    form.set(
      'questions',
      questions.filter((_one, at) => at !== place),
    );
  return (
    <fieldset className="form-group">
      <legend>{texts.question(formatNumber(place + 1, language))}</legend>
      <TextField value={written.text} onChange={(text) => change({ text })} label={texts.text} />
      <TextArea value={written.choices} onChange={(choices) => change({ choices })} label={texts.choices} />
      <NumberField value={written.right} onChange={(right) => change({ right })} label={texts.right} />
      <TextArea
        value={written.explanation}
        onChange={(explanation) => change({ explanation })}
        label={texts.explanation}
        rows={2}
        maxLength={600}
        isOptional
      />
      <Button size="small" onClick={remove}>
        {texts.remove}
      </Button>
    </fieldset>
  );
}
