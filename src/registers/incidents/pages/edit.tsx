import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { incidentTexts } from '../incident.texts.ts';
import { type CaseRecord, useCaseName, useWhyNot } from './case-record.ts';
import { FactsFields, factsInputOf, factsOf } from './facts-form.tsx';
import { incidentPagesTexts } from './pages.texts.ts';

/** Corrects what is established of a case. */
export default function EditCase() {
  const id = useRouteParameter('id');
  const view = useView('incident.record', { id });
  return <Loaded view={view}>{(record) => <Edit record={record} />}</Loaded>;
}

function Edit({ record }: { readonly record: CaseRecord }) {
  const { list, form: texts } = useTexts(incidentPagesTexts);
  const nameOf = useCaseName();
  const reason = useWhyNot()(record.may.describe);
  return (
    <Page
      title={texts.describeTitle}
      breadcrumbs={[
        { label: list.title, to: '/handelser' },
        { label: nameOf(record), to: `/handelser/${record.id}` },
      ]}
    >
      {reason === undefined ? <EditForm record={record} /> : <Notice>{reason}</Notice>}
    </Page>
  );
}

function EditForm({ record }: { readonly record: CaseRecord }) {
  const { form: texts } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const describe = useAct('incident.describe');
  const go = useGo();
  const here = `/handelser/${record.id}`;
  const form = useForm({
    initial: factsOf(record),
    version: record.version,
    submit: (values, circumstances) =>
      describe.run({ id: record.id, input: factsInputOf(values, record), ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      labels={fields}
      secondary={<LinkButton to={here}>{texts.cancel}</LinkButton>}
    >
      <FactsFields form={form} record={record} />
    </Form>
  );
}
