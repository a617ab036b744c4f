import { dayOf } from '../../../kernel/calendar.ts';
import type { EntityId } from '../../../kernel/ids.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { Page } from '../../../ui/page.tsx';
import { BodyFields, bodyInputOf, type BodyValues } from './body-form.tsx';
import { organisationPagesTexts } from './pages.texts.ts';
import { orNull } from './words.ts';

export default function NewBody() {
  const texts = useTexts(organisationPagesTexts);
  const { filters } = useListState({ filters: ['bolag'] });
  const register = useAct('body.register');
  const go = useGo();
  const form = useForm<BodyValues, { id: string }>({
    initial: {
      entityId: filters['bolag']?.[0] ?? '',
      kind: '',
      name: '',
      abbreviation: '',
      parentId: '',
      controller: false,
      reportsToFollowUp: false,
      from: dayOf(new Date()),
      until: '',
    },
    submit: (values, circumstances) => {
      const entityId = values.entityId as EntityId; // from the list of entities, or empty and refused
      return register.run({
        input: { ...bodyInputOf(values), entityId, until: orNull(values.until) },
        ...circumstances,
      });
    },
    onSaved: (answer) => go(`/organisation/organ/${answer.id}`),
  });
  return (
    <Page title={texts.body.newTitle} breadcrumbs={[{ label: texts.title, to: '/organisation' }]}>
      <Form
        form={form}
        submitLabel={texts.body.add}
        secondary={<LinkButton to="/organisation">{texts.cancel}</LinkButton>}
      >
        <BodyFields form={form} own={null} />
      </Form>
    </Page>
  );
}
