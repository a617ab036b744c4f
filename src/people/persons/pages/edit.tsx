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
import { personTexts } from '../person.texts.ts';
import { personPagesTexts } from './pages.texts.ts';
import { PersonFields, personInputOf, type PersonValues } from './person-form.tsx';

export default function EditPerson() {
  const view = useView('person.record', { id: useRouteParameter('id') });
  return <Loaded view={view}>{(person) => <EditForm person={person} />}</Loaded>;
}

function EditForm({ person }: { readonly person: ViewMap['person.record']['answer'] }) {
  const texts = useTexts(personPagesTexts);
  const { fields } = useTexts(personTexts);
  const describe = useAct('person.describe');
  const go = useGo();
  const name = `${person.givenName} ${person.familyName}`;
  const here = `/personer/${person.id}`;
  const form = useForm<PersonValues, { id: string }>({
    initial: {
      kind: person.kind,
      givenName: person.givenName,
      familyName: person.familyName,
      email: person.email ?? '',
      telephone: person.telephone ?? '',
      organisation: person.organisation ?? '',
      unitId: person.unitId ?? '',
      sourceId: person.sourceId ?? '',
    },
    version: person.version,
    submit: (values, circumstances) =>
      describe.run({ id: person.id, input: personInputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  const unit = person.unitId === null ? undefined : { value: person.unitId, label: person.unitName ?? '' };
  return (
    <Page
      title={texts.form.editTitle(name)}
      breadcrumbs={[
        { label: texts.list.title, to: '/personer' },
        { label: name, to: here },
      ]}
    >
      <Form
        form={form}
        submitLabel={texts.form.save}
        labels={fields}
        secondary={<LinkButton to={here}>{texts.form.cancel}</LinkButton>}
      >
        <PersonFields form={form} unit={unit} />
      </Form>
    </Page>
  );
}
