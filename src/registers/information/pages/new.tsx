import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { InformationFields, informationInputOf, type InformationValues } from './information-form.tsx';
import { informationPagesTexts } from './pages.texts.ts';

const nothing: InformationValues = {
  name: '',
  description: '',
  unitId: '',
  area: '',
  carriers: [],
  personalData: '',
  personalDataKinds: [],
  secrecyProvisions: [],
  draft: false,
};

export default function NewInformation() {
  const texts = useTexts(informationPagesTexts);
  const register = useAct('information.register');
  const go = useGo();
  const form = useForm({
    initial: nothing,
    draftKey: 'information.new',
    submit: (values, circumstances) =>
      register.run({ input: { ...informationInputOf(values), draft: values.draft }, ...circumstances }),
    onSaved: (answer) => go(`/register/information/${answer.id}`),
  });
  return (
    <Page
      title={texts.form.newTitle}
      lead={texts.form.newLead}
      breadcrumbs={[{ label: texts.list.title, to: '/register/information' }]}
    >
      <Form
        form={form}
        submitLabel={texts.form.create}
        secondary={<LinkButton to="/register/information">{texts.form.cancel}</LinkButton>}
      >
        <InformationFields form={form} isNew />
      </Form>
    </Page>
  );
}
