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
import { externalPartyTexts } from '../parties/external-party.texts.ts';
import { PartyFields, partyInputOf, type PartyValues } from './party-fields.tsx';
import { partyPagesTexts } from './party-pages.texts.ts';

type Party = ViewMap['externalParty.record']['answer'];

export default function EditParty() {
  const id = useRouteParameter('id');
  const { form: texts, list } = useTexts(partyPagesTexts);
  const view = useView('externalParty.record', { id });
  return (
    <Page title={texts.editTitle} breadcrumbs={[{ label: list.title, to: '/externa-parter' }]}>
      <Loaded view={view}>{(party) => <EditForm party={party} />}</Loaded>
    </Page>
  );
}

function EditForm({ party }: { readonly party: Party }) {
  const { form: texts, record } = useTexts(partyPagesTexts);
  const { unseen } = record;
  const { fields } = useTexts(externalPartyTexts);
  const describe = useAct('externalParty.describe');
  const go = useGo();
  const {
    id,
    version,
    name,
    contactName,
    language,
    relevant,
    relevanceReason,
    unitId,
    contractor,
    obligation,
  } = party;
  const initial: PartyValues = {
    name,
    contactName,
    language,
    relevant,
    relevanceReason,
    unitId,
    contractor,
    obligation,
    organisationNumber: party.organisationNumber ?? '',
    email: party.address ?? '',
    agreementReviewId: party.agreementReviewId ?? '',
  };
  const here = `/externa-parter/${id}`;
  const form = useForm({
    initial,
    version,
    submit: (values, circumstances) => describe.run({ id, input: partyInputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      labels={fields}
      secondary={<LinkButton to={here}>{texts.cancel}</LinkButton>}
    >
      <PartyFields
        form={form}
        unit={{ value: unitId, label: party.unitName ?? '' }}
        agreement={
          party.agreementReviewId === null
            ? undefined
            : { value: party.agreementReviewId, label: party.agreement ?? unseen }
        }
      />
    </Form>
  );
}
