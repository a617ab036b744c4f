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
import { informationTexts } from '../information.texts.ts';
import { InformationFields, informationInputOf, type InformationValues } from './information-form.tsx';
import { informationPagesTexts } from './pages.texts.ts';

export default function EditInformation() {
  const id = useRouteParameter('id');
  const view = useView('information.record', { id });
  return <Loaded view={view}>{(information) => <EditForm information={information} />}</Loaded>;
}

function EditForm({ information }: { readonly information: ViewMap['information.record']['answer'] }) {
  const texts = useTexts(informationPagesTexts);
  const { fields } = useTexts(informationTexts);
  const describe = useAct('information.describe');
  const go = useGo();
  const here = `/register/information/${information.id}`;
  const initial: InformationValues = {
    name: information.name,
    description: information.description,
    unitId: information.unitId,
    area: information.area,
    carriers: information.carriers,
    personalData: information.personalData,
    personalDataKinds: information.personalDataKinds,
    secrecyProvisions: information.secrecyProvisions,
    draft: false,
  };
  const form = useForm({
    initial,
    version: information.version,
    submit: (values, circumstances) =>
      describe.run({ id: information.id, input: informationInputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Page
      title={texts.form.editTitle}
      breadcrumbs={[
        { label: texts.list.title, to: '/register/information' },
        { label: information.name, to: here },
      ]}
    >
      <Form
        form={form}
        submitLabel={texts.form.save}
        labels={fields}
        secondary={<LinkButton to={here}>{texts.form.cancel}</LinkButton>}
      >
        <InformationFields
          form={form}
          unit={{ value: information.unitId, label: information.unitName }}
          isNew={false}
          fixed={information.may.reassign.allowed ? undefined : information}
        />
      </Form>
    </Page>
  );
}
