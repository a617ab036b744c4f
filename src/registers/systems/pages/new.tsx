import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { withoutBlanks } from '../../information/pages/without-blanks.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { systemPagesTexts } from './pages.texts.ts';
import { SystemFields, systemInputOf, type SystemValues } from './system-form.tsx';

const nothing: SystemValues = {
  name: '',
  description: '',
  unitId: '',
  providerKind: '',
  providerName: '',
  lifecycle: 'inOperation',
};

export default function NewSystem() {
  const texts = useTexts(systemPagesTexts);
  const register = useAct('system.register');
  const go = useGo();
  const form = useForm({
    initial: nothing,
    draftKey: 'system.new',
    submit: (values, circumstances) =>
      register.run({
        // Chosen from a list, or empty: then the server names the field.
        input: withoutBlanks({ ...systemInputOf(values), lifecycle: values.lifecycle as Lifecycle }, [
          'lifecycle',
        ]),
        ...circumstances,
      }),
    onSaved: (answer) => go(`/register/system/${answer.id}`),
  });
  return (
    <Page
      title={texts.form.newTitle}
      lead={texts.form.newLead}
      breadcrumbs={[{ label: texts.list.title, to: '/register/system' }]}
    >
      <Form
        form={form}
        submitLabel={texts.form.create}
        secondary={<LinkButton to="/register/system">{texts.form.cancel}</LinkButton>}
      >
        <SystemFields form={form} isNew />
      </Form>
    </Page>
  );
}
