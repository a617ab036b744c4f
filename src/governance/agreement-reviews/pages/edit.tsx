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
import { agreementReviewTexts } from '../agreement-review.texts.ts';
import { AgreementFields, agreementInputOf } from './agreement-fields.tsx';
import { agreementPagesTexts } from './pages.texts.ts';

type Agreement = ViewMap['agreementReview.record']['answer'];

export default function EditAgreement() {
  const id = useRouteParameter('id');
  const { form: texts, list } = useTexts(agreementPagesTexts);
  const view = useView('agreementReview.record', { id });
  return (
    <Page title={texts.editTitle} breadcrumbs={[{ label: list.title, to: '/avtalsgranskningar' }]}>
      <Loaded view={view}>{(agreement) => <EditForm agreement={agreement} />}</Loaded>
    </Page>
  );
}

function EditForm({ agreement }: { readonly agreement: Agreement }) {
  const texts = useTexts(agreementPagesTexts).form;
  const { fields } = useTexts(agreementReviewTexts);
  const describe = useAct('agreementReview.describe');
  const go = useGo();
  const { id, version, counterparty, subject, reference, unitId } = agreement;
  const here = `/avtalsgranskningar/${id}`;
  const form = useForm({
    initial: { counterparty, subject, reference, unitId },
    version,
    submit: (values, circumstances) =>
      describe.run({ id, input: agreementInputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      labels={fields}
      secondary={<LinkButton to={here}>{texts.cancel}</LinkButton>}
    >
      <AgreementFields form={form} unit={{ value: unitId, label: agreement.unitName ?? '' }} />
    </Form>
  );
}
