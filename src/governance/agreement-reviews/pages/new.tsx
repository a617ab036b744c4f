import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { AgreementFields, agreementInputOf } from './agreement-fields.tsx';
import { agreementPagesTexts } from './pages.texts.ts';

export default function NewAgreement() {
  const { form: texts, list } = useTexts(agreementPagesTexts);
  const register = useAct('agreementReview.register');
  const go = useGo();
  const form = useForm({
    initial: { counterparty: '', subject: '', reference: '', unitId: '' },
    draftKey: 'agreementReview.new',
    submit: (values, circumstances) => register.run({ input: agreementInputOf(values), ...circumstances }),
    onSaved: ({ id }) => go(`/avtalsgranskningar/${id}`),
  });
  return (
    <Page
      title={texts.newTitle}
      lead={texts.newLead}
      breadcrumbs={[{ label: list.title, to: '/avtalsgranskningar' }]}
    >
      <Form
        form={form}
        submitLabel={texts.create}
        secondary={<LinkButton to="/avtalsgranskningar">{texts.cancel}</LinkButton>}
      >
        <AgreementFields form={form} />
      </Form>
    </Page>
  );
}
