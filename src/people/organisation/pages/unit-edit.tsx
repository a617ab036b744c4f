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
import { unitTexts } from '../units/unit.texts.ts';
import { organisationPagesTexts } from './pages.texts.ts';
import { UnitFields, unitInputOf, type UnitValues } from './unit-form.tsx';

export default function EditUnit() {
  const view = useView('unit.record', { id: useRouteParameter('id') });
  return <Loaded view={view}>{(unit) => <EditForm unit={unit} />}</Loaded>;
}

function EditForm({ unit }: { readonly unit: ViewMap['unit.record']['answer'] }) {
  const texts = useTexts(organisationPagesTexts);
  const { fields } = useTexts(unitTexts);
  const describe = useAct('unit.describe');
  const go = useGo();
  const here = `/organisation/enheter/${unit.id}`;
  const form = useForm<UnitValues, { id: string }>({
    initial: { kind: unit.kind, name: unit.name, bodyId: unit.bodyId ?? '', from: unit.from },
    version: unit.version,
    submit: (values, circumstances) =>
      describe.run({ id: unit.id, input: unitInputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Page
      title={texts.unit.editTitle(unit.name)}
      lead={texts.unit.moveHint}
      breadcrumbs={[
        { label: texts.title, to: '/organisation' },
        { label: unit.name, to: here },
      ]}
    >
      <Form
        form={form}
        submitLabel={texts.save}
        labels={fields}
        secondary={<LinkButton to={here}>{texts.cancel}</LinkButton>}
      >
        <UnitFields form={form} entityId={unit.entityId} />
      </Form>
    </Page>
  );
}
