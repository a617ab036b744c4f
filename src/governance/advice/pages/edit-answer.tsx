import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { adviceTexts } from '../advice.texts.ts';
import { PublishFields, publishedInputOf, type PublishValues } from './publish-fields.tsx';
import { advicePagesTexts } from './pages.texts.ts';

export default function EditAnswerPage() {
  const id = useRouteParameter('id');
  const { answers, publish: texts } = useTexts(advicePagesTexts);
  const view = useView('publishedAnswer.record', { id });
  return (
    <Page title={texts.editTitle} breadcrumbs={[{ label: answers.title, to: '/rad-och-stod' }]}>
      <Loaded view={view}>{(published) => <EditForm published={published} />}</Loaded>
    </Page>
  );
}

function EditForm({ published }: { readonly published: ViewMap['publishedAnswer.record']['answer'] }) {
  const { answer, publish: texts } = useTexts(advicePagesTexts);
  const { fields } = useTexts(adviceTexts);
  const edit = useAct('publishedAnswer.edit');
  const go = useGo();
  const here = `/rad-och-stod/svar/${published.id}`;
  const initial: PublishValues = {
    office: published.office,
    question: published.question,
    answer: published.answer,
  };
  const form = useForm({
    initial,
    version: published.version,
    submit: (values, circumstances) =>
      edit.run({ id: published.id, input: publishedInputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.editSave}
      labels={fields}
      secondary={<LinkButton to={here}>{answer.cancel}</LinkButton>}
    >
      <PublishFields form={form} />
    </Form>
  );
}
