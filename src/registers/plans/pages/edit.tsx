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
import { withoutBlanks } from '../../information/pages/without-blanks.ts';
import { planTexts } from '../plan.texts.ts';
import { planPagesTexts } from './pages.texts.ts';
import { PlanFields, type PlanValues } from './plan-fields.tsx';

type Plan = ViewMap['plan.record']['answer'];

export default function EditPlan() {
  const id = useRouteParameter('id');
  const { form: texts, list } = useTexts(planPagesTexts);
  const view = useView('plan.record', { id });
  return (
    <Page
      title={texts.editTitle}
      breadcrumbs={[
        { label: list.title, to: '/planer' },
        { label: view.data?.name ?? '', to: `/planer/${id}` },
      ]}
    >
      <Loaded view={view}>{(plan) => <EditForm plan={plan} />}</Loaded>
    </Page>
  );
}

function EditForm({ plan }: { readonly plan: Plan }) {
  const texts = useTexts(planPagesTexts).form;
  const { fields } = useTexts(planTexts);
  const describe = useAct('plan.describe');
  const go = useGo();
  const { id, version, kind, secrecyProvision } = plan;
  const here = `/planer/${id}`;
  const initial: PlanValues = { kind, secrecyProvision };
  const form = useForm({
    initial,
    version,
    submit: (values, circumstances) => {
      const input = { ...values, kind: values.kind as Plan['kind'] }; // chosen already, and one of them always is
      return describe.run({ id, input: withoutBlanks(input, ['kind']), ...circumstances });
    },
    onSaved: () => go(here),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      labels={fields}
      secondary={<LinkButton to={here}>{texts.cancel}</LinkButton>}
    >
      <PlanFields form={form} />
    </Form>
  );
}
