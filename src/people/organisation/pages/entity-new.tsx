import { dayOf } from '../../../kernel/calendar.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { EntityFields, entityInputOf, type EntityValues } from './entity-form.tsx';
import { organisationPagesTexts } from './pages.texts.ts';
import { orNull } from './words.ts';

export default function NewEntity() {
  const texts = useTexts(organisationPagesTexts);
  const register = useAct('entity.register');
  const go = useGo();
  const form = useForm<EntityValues, { id: string }>({
    initial: {
      kind: '',
      name: '',
      organisationNumber: '',
      controller: false,
      from: dayOf(new Date()),
      until: '',
    },
    submit: (values, circumstances) =>
      register.run({ input: { ...entityInputOf(values), until: orNull(values.until) }, ...circumstances }),
    onSaved: (answer) => go(`/organisation/bolag/${answer.id}`),
  });
  return (
    <Page title={texts.entity.newTitle} breadcrumbs={[{ label: texts.title, to: '/organisation' }]}>
      <Form
        form={form}
        submitLabel={texts.entity.add}
        secondary={<LinkButton to="/organisation">{texts.cancel}</LinkButton>}
      >
        <EntityFields form={form} isNew />
      </Form>
    </Page>
  );
}
