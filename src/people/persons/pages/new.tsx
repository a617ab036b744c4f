import { dayOf } from '../../../kernel/calendar.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Form } from '../../../ui/form.tsx';
import { type FormState, useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { personTexts } from '../person.texts.ts';
import { personPagesTexts } from './pages.texts.ts';
import { PersonFields, personInputOf, type PersonValues } from './person-form.tsx';

interface NewPersonValues extends PersonValues {
  readonly from: string;
  readonly until: string;
}

export default function NewPerson() {
  const texts = useTexts(personPagesTexts);
  const { fields } = useTexts(personTexts);
  const register = useAct('person.register');
  const go = useGo();
  const form = useForm<NewPersonValues, { id: string }>({
    initial: {
      kind: '',
      givenName: '',
      familyName: '',
      email: '',
      telephone: '',
      organisation: '',
      unitId: '',
      sourceId: '',
      from: dayOf(new Date()),
      until: '',
    },
    submit: ({ from, until, ...values }, circumstances) =>
      register.run({
        input: { ...personInputOf(values), from, until: until === '' ? null : until },
        ...circumstances,
      }),
    onSaved: (answer) => go(`/personer/${answer.id}`),
  });
  return (
    <Page
      title={texts.form.newTitle}
      lead={texts.form.newLead}
      breadcrumbs={[{ label: texts.list.title, to: '/personer' }]}
    >
      <Form
        form={form}
        submitLabel={texts.form.create}
        secondary={<LinkButton to="/personer">{texts.form.cancel}</LinkButton>}
      >
        {/* The fields set only names of their own, which a new person's form has too. */}
        <PersonFields form={form as unknown as FormState<PersonValues>} />
        <DateField {...form.field('from')} label={fields.from} />
        <DateField {...form.field('until')} label={fields.until} hint={texts.form.untilHint} isOptional />
      </Form>
    </Page>
  );
}
