import { formatDay } from '../../../kernel/format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { withoutBlanks } from '../../../registers/information/pages/without-blanks.ts';
import { witnessPagesTexts } from './pages.texts.ts';
import { type OwnKind, WitnessFields, witnessInputOf, type WitnessValues } from './witness-form.tsx';

const blank: WitnessValues = {
  kind: 'email',
  name: '',
  contact: '',
  addresses: '',
  folder: '',
  url: '',
  schedule: 'daily',
  verifierKey: '',
  from: '',
  until: '',
};

export default function NewWitness() {
  const texts = useTexts(witnessPagesTexts);
  const register = useAct('witness.register');
  const go = useGo();
  const form = useForm({
    initial: { ...blank, from: formatDay(new Date().toISOString()) },
    draftKey: 'witness.new',
    submit: (values, circumstances) =>
      register.run({
        // Chosen from a list, or empty: then the server names the field.
        input: withoutBlanks({ ...witnessInputOf(values), kind: values.kind as OwnKind }, ['kind']),
        ...circumstances,
      }),
    onSaved: (answer) => go(`/loggen/vittnen/${answer.id}`),
  });
  return (
    <Page
      title={texts.form.newTitle}
      lead={texts.form.newLead}
      breadcrumbs={[{ label: texts.list.title, to: '/loggen/vittnen' }]}
    >
      <Form
        form={form}
        submitLabel={texts.form.create}
        secondary={<LinkButton to="/loggen/vittnen">{texts.form.cancel}</LinkButton>}
      >
        <WitnessFields form={form} isNew />
      </Form>
    </Page>
  );
}
