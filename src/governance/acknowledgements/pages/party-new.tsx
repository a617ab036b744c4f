import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { externalPartyTexts } from '../parties/external-party.texts.ts';
import { PartyFields, partyInputOf, type PartyValues } from './party-fields.tsx';
import { partyPagesTexts } from './party-pages.texts.ts';

const empty: PartyValues = {
  name: '',
  organisationNumber: '',
  contactName: '',
  email: '',
  language: 'sv',
  relevant: true,
  relevanceReason: '',
  unitId: '',
  contractor: false,
  agreementReviewId: '',
  obligation: false,
};

export default function NewParty() {
  const { form: texts, list } = useTexts(partyPagesTexts);
  const { fields } = useTexts(externalPartyTexts);
  const register = useAct('externalParty.register');
  const go = useGo();
  const form = useForm({
    initial: empty,
    draftKey: 'externalParty.new',
    submit: (values, circumstances) => register.run({ input: partyInputOf(values), ...circumstances }),
    onSaved: ({ id }) => go(`/externa-parter/${id}`),
  });
  return (
    <Page
      title={texts.newTitle}
      lead={texts.newLead}
      breadcrumbs={[{ label: list.title, to: '/externa-parter' }]}
    >
      <Form
        form={form}
        submitLabel={texts.create}
        labels={fields}
        secondary={<LinkButton to="/externa-parter">{texts.cancel}</LinkButton>}
      >
        <PartyFields form={form} />
      </Form>
    </Page>
  );
}
