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
import { deviationTexts } from '../deviation.texts.ts';
import { demandValue, useDemandOption } from './demand-field.tsx';
import { DeviationFields, deviationInputOf, type DeviationValues } from './deviation-fields.tsx';
import { deviationPagesTexts } from './pages.texts.ts';
import { stepOf } from './risk-fields.tsx';

type Deviation = ViewMap['deviation.record']['answer'];

export default function EditDeviation() {
  const id = useRouteParameter('id');
  const { form: texts, list } = useTexts(deviationPagesTexts);
  const view = useView('deviation.record', { id });
  const clauses = useView('clauses.list', { isOfNow: true });
  return (
    <Page
      title={texts.editTitle}
      breadcrumbs={[
        { label: list.title, to: '/avvikelser' },
        { label: view.data?.title ?? '', to: `/avvikelser/${id}` },
      ]}
    >
      <Loaded view={view}>
        {(deviation) => (
          // The names of clauses stand in a field that is filled in once.
          <Loaded view={clauses}>{() => <EditForm deviation={deviation} />}</Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function EditForm({ deviation }: { readonly deviation: Deviation }) {
  const texts = useTexts(deviationPagesTexts).form;
  const describe = useAct('deviation.describe');
  const go = useGo();
  const demand = useDemandOption(deviation.demand);
  const { id, version, title, description, unitId, discoveredOn, handling, cause, risk } = deviation;
  const here = `/avvikelser/${id}`;
  const initial: DeviationValues = {
    title,
    description,
    sentenceId: demandValue(deviation),
    unitId,
    discoveredOn,
    handling,
    cause,
    consequence: stepOf(risk?.consequence),
    likelihood: stepOf(risk?.likelihood),
    secrecyProvisions: deviation.secrecyProvisions,
  };
  const form = useForm({
    initial,
    version,
    submit: (values, circumstances) =>
      describe.run({ id, input: deviationInputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      labels={useTexts(deviationTexts).fields}
      secondary={<LinkButton to={here}>{texts.cancel}</LinkButton>}
    >
      <DeviationFields
        form={form}
        unit={{ value: unitId, label: deviation.unitName ?? '' }}
        demand={demand}
      />
    </Form>
  );
}
