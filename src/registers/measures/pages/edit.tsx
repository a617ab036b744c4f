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
import { measureTexts } from '../measure.texts.ts';
import { MeasureFields, measureInputOf, type MeasureValues } from './measure-fields.tsx';
import { measurePagesTexts } from './pages.texts.ts';

type Measure = ViewMap['measure.record']['answer'];

export default function EditMeasure() {
  const id = useRouteParameter('id');
  const { form: texts, list } = useTexts(measurePagesTexts);
  const view = useView('measure.record', { id });
  return (
    <Page
      title={texts.editTitle}
      breadcrumbs={[
        { label: list.title, to: '/atgarder' },
        { label: view.data?.title ?? '', to: `/atgarder/${id}` },
      ]}
    >
      <Loaded view={view}>{(measure) => <EditForm measure={measure} />}</Loaded>
    </Page>
  );
}

function EditForm({ measure }: { readonly measure: Measure }) {
  const texts = useTexts(measurePagesTexts).form;
  const describe = useAct('measure.describe');
  const go = useGo();
  const { id, version, title, description, unitId, ownerPersonId, ownerOffice, dueOn, cost } = measure;
  const here = `/atgarder/${id}`;
  const initial: MeasureValues = {
    title,
    description,
    unitId,
    ownerKind: ownerOffice === null ? 'person' : 'office',
    ownerPersonId: ownerPersonId ?? '',
    ownerOffice: ownerOffice ?? '',
    dueOn,
    cost,
    secrecyProvisions: measure.secrecyProvisions,
  };
  const form = useForm({
    initial,
    version,
    submit: (values, circumstances) => describe.run({ id, input: measureInputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      labels={useTexts(measureTexts).fields}
      secondary={<LinkButton to={here}>{texts.cancel}</LinkButton>}
    >
      <MeasureFields
        form={form}
        unit={{ value: unitId, label: measure.unitName ?? '' }}
        person={ownerPersonId === null ? undefined : { value: ownerPersonId, label: measure.ownerName ?? '' }}
      />
    </Form>
  );
}
