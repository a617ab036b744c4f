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
import { bodyTexts } from '../bodies/body.texts.ts';
import { BodyFields, bodyInputOf, type BodyValues } from './body-form.tsx';
import { organisationPagesTexts } from './pages.texts.ts';

export default function EditBody() {
  const view = useView('body.record', { id: useRouteParameter('id') });
  return <Loaded view={view}>{(body) => <EditForm body={body} />}</Loaded>;
}

function EditForm({ body }: { readonly body: ViewMap['body.record']['answer'] }) {
  const texts = useTexts(organisationPagesTexts);
  const { fields } = useTexts(bodyTexts);
  const describe = useAct('body.describe');
  const go = useGo();
  const here = `/organisation/organ/${body.id}`;
  const form = useForm<BodyValues, { id: string }>({
    initial: {
      entityId: body.entityId,
      kind: body.kind,
      name: body.name,
      abbreviation: body.abbreviation ?? '',
      parentId: body.parentId ?? '',
      controller: body.controller,
      reportsToFollowUp: body.reportsToFollowUp,
      from: body.from,
      until: '',
    },
    version: body.version,
    submit: (values, circumstances) =>
      describe.run({ id: body.id, input: bodyInputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Page
      title={texts.body.editTitle(body.name)}
      breadcrumbs={[
        { label: texts.title, to: '/organisation' },
        { label: body.name, to: here },
      ]}
    >
      <Form
        form={form}
        submitLabel={texts.save}
        labels={fields}
        secondary={<LinkButton to={here}>{texts.cancel}</LinkButton>}
      >
        <BodyFields form={form} own={body.id} />
      </Form>
    </Page>
  );
}
