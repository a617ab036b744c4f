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
import { entityTexts } from '../entities/entity.texts.ts';
import { EntityFields, entityInputOf, type EntityValues } from './entity-form.tsx';
import { organisationPagesTexts } from './pages.texts.ts';

export default function EditEntity() {
  const view = useView('entity.record', { id: useRouteParameter('id') });
  return <Loaded view={view}>{(entity) => <EditForm entity={entity} />}</Loaded>;
}

function EditForm({ entity }: { readonly entity: ViewMap['entity.record']['answer'] }) {
  const texts = useTexts(organisationPagesTexts);
  const { fields } = useTexts(entityTexts);
  const describe = useAct('entity.describe');
  const go = useGo();
  const here = `/organisation/bolag/${entity.id}`;
  const form = useForm<EntityValues, { id: string }>({
    initial: {
      kind: entity.kind,
      name: entity.name,
      organisationNumber: entity.organisationNumber ?? '',
      controller: entity.controller,
      from: entity.from,
      until: '',
    },
    version: entity.version,
    submit: (values, circumstances) =>
      describe.run({ id: entity.id, input: entityInputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Page
      title={texts.entity.editTitle(entity.name)}
      breadcrumbs={[
        { label: texts.title, to: '/organisation' },
        { label: entity.name, to: here },
      ]}
    >
      <Form
        form={form}
        submitLabel={texts.save}
        labels={fields}
        secondary={<LinkButton to={here}>{texts.cancel}</LinkButton>}
      >
        <EntityFields form={form} isNew={false} />
      </Form>
    </Page>
  );
}
