import type { Id } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { useAddress } from '../../../clauses/pages/address.ts';
import { PublishFields, publishedInputOf, type PublishValues } from './publish-fields.tsx';
import { advicePagesTexts } from './pages.texts.ts';

type Question = ViewMap['advice.record']['answer'];

/** Publishes an answer, from a question where the address names one. */
export default function PublishPage() {
  const { answers, publish: texts } = useTexts(advicePagesTexts);
  const from = useAddress().read('fraga');
  const view = useView('advice.record', { id: from, isEnabled: from !== '' });
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: answers.title, to: '/rad-och-stod' }]}>
      {from === '' ? (
        <PublishForm question={null} />
      ) : (
        <Loaded view={view}>{(question) => <PublishForm question={question} />}</Loaded>
      )}
    </Page>
  );
}

function PublishForm({ question }: { readonly question: Question | null }) {
  const { answer, publish: texts } = useTexts(advicePagesTexts);
  const publish = useAct('publishedAnswer.publish');
  const go = useGo();
  const answered = question?.entries.findLast((one) => one.kind === 'answer');
  const initial: PublishValues = {
    office: question?.askedOf ?? '',
    question: question?.subject ?? '',
    answer: answered?.text ?? '',
  };
  const form = useForm({
    initial,
    submit: (values, circumstances) =>
      publish.run({
        input: {
          ...publishedInputOf(values),
          adviceId: question === null ? null : (question.id as Id<'Advice'>), // as the server gave it
        },
        ...circumstances,
      }),
    onSaved: ({ id }) => go(`/rad-och-stod/svar/${id}`),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      secondary={<LinkButton to="/rad-och-stod">{answer.cancel}</LinkButton>}
    >
      <PublishFields form={form} />
    </Form>
  );
}
