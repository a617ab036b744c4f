import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { withoutBlanks } from '../../information/pages/without-blanks.ts';
import { defaultOwnerTexts } from '../default-owner.texts.ts';
import { ownerPagesTexts } from './pages.texts.ts';
import { ruleBindings, RuleFields, ruleInputOf, type RuleValues } from './rule-fields.tsx';

interface NewValues extends RuleValues {
  readonly area: string;
  readonly name: string;
  readonly examples: string;
}

const nothing: NewValues = {
  area: '',
  name: '',
  examples: '',
  holder: '',
  office: '',
  unitId: '',
  bodyId: '',
  decision: '',
};

export default function NewArea() {
  const texts = useTexts(ownerPagesTexts);
  const { fields } = useTexts(defaultOwnerTexts);
  const add = useAct('defaultOwner.add');
  const go = useGo();
  const form = useForm({
    initial: nothing,
    submit: (values, circumstances) => {
      const { area, name, examples } = values;
      const input = { area, name, examples, ...ruleInputOf(values, null), toConfirm: false };
      return add.run({ input: withoutBlanks(input, ['area', 'name', 'holder']), ...circumstances });
    },
    onSaved: () => go('/informationsagare'),
  });
  return (
    <Page title={texts.newTitle} breadcrumbs={[{ label: texts.title, to: '/informationsagare' }]}>
      <Form
        form={form}
        submitLabel={texts.create}
        secondary={<LinkButton to="/informationsagare">{texts.cancel}</LinkButton>}
      >
        <TextField {...form.field('name')} label={fields.name} />
        <TextField {...form.field('area')} label={fields.area} hint={texts.codeHint} width="short" />
        <TextField {...form.field('examples')} label={fields.examples} hint={texts.examplesHint} isOptional />
        <RuleFields fields={ruleBindings(form)} />
      </Form>
    </Page>
  );
}
