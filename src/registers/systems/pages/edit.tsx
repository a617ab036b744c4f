import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { systemTexts } from '../system.texts.ts';
import { systemPagesTexts } from './pages.texts.ts';
import { SystemFields, systemInputOf, type SystemValues } from './system-form.tsx';
import type { SystemRecord } from './system-record.ts';

export default function EditSystem() {
  const id = useRouteParameter('id');
  const view = useView('system.record', { id });
  return <Loaded view={view}>{(system) => <EditForm system={system} />}</Loaded>;
}

function EditForm({ system }: { readonly system: SystemRecord }) {
  const texts = useTexts(systemPagesTexts);
  const { fields } = useTexts(systemTexts);
  const describe = useAct('system.describe');
  const go = useGo();
  const here = `/register/system/${system.id}`;
  const initial: SystemValues = {
    name: system.name,
    description: system.description,
    unitId: system.unitId,
    providerKind: system.providerKind,
    providerName: system.providerName,
    lifecycle: system.lifecycle,
  };
  const form = useForm({
    initial,
    version: system.version,
    submit: (values, circumstances) =>
      describe.run({ id: system.id, input: systemInputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Page
      title={texts.form.editTitle}
      breadcrumbs={[
        { label: texts.list.title, to: '/register/system' },
        { label: system.name, to: here },
      ]}
    >
      <Form
        form={form}
        submitLabel={texts.form.save}
        labels={fields}
        secondary={<LinkButton to={here}>{texts.form.cancel}</LinkButton>}
      >
        <SystemFields form={form} unit={{ value: system.unitId, label: system.unitName }} isNew={false} />
      </Form>
    </Page>
  );
}
