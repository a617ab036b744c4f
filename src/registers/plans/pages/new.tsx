import { useAddress } from '../../../clauses/pages/address.ts';
import type { SystemId, UnitId } from '../../../kernel/ids.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { UnitField } from '../../information/pages/unit-field.tsx';
import { withoutBlanks } from '../../information/pages/without-blanks.ts';
import { planTexts } from '../plan.texts.ts';
import { PlanFields, type PlanValues } from './plan-fields.tsx';
import { SystemField } from './object-field.tsx';
import { planPagesTexts } from './pages.texts.ts';

interface NewValues extends PlanValues {
  readonly object: 'system' | 'unit' | '';
  readonly systemId: string;
  readonly unitId: string;
}

/** What the plan is of, as the register wants it; the other of the two is none. */
function inputOf({ object, systemId, unitId, kind, secrecyProvision }: NewValues) {
  const input = {
    kind: kind as Exclude<typeof kind, ''>, // empty, and then the server names the field
    secrecyProvision,
    systemId: object === 'system' && systemId !== '' ? (systemId as SystemId) : null, // from the list of systems
    unitId: object === 'unit' && unitId !== '' ? (unitId as UnitId) : null, // from the list of units
  };
  return withoutBlanks(input, ['kind']);
}

export default function NewPlan() {
  const { form: texts, list } = useTexts(planPagesTexts);
  const { fields } = useTexts(planTexts);
  const register = useAct('plan.register');
  const go = useGo();
  const { read } = useAddress();
  const [system, unit, name] = [read('system'), read('enhet'), read('namn')];
  const initial: NewValues = {
    object: unit === '' ? 'system' : 'unit',
    systemId: system,
    unitId: unit,
    kind: 'both',
    secrecyProvision: '',
  };
  const form = useForm({
    initial,
    submit: (values, circumstances) => register.run({ input: inputOf(values), ...circumstances }),
    onSaved: ({ id }) => go(`/planer/${id}/skriv`),
  });
  return (
    <Page title={texts.newTitle} lead={texts.newLead} breadcrumbs={[{ label: list.title, to: '/planer' }]}>
      <Form
        form={form}
        submitLabel={texts.create}
        secondary={<LinkButton to="/planer">{texts.cancel}</LinkButton>}
      >
        <RadioGroup {...form.field('object')} label={texts.object} options={optionsOf(texts.objects)} />
        {form.values.object === 'unit' ? (
          <UnitField
            {...form.field('unitId')}
            label={fields.unitId}
            hint={texts.unitHint}
            chosen={unit === '' ? undefined : { value: unit, label: name }}
          />
        ) : (
          <SystemField
            {...form.field('systemId')}
            label={fields.systemId}
            chosen={system === '' ? undefined : { value: system, label: name }}
          />
        )}
        <PlanFields form={form} />
      </Form>
    </Page>
  );
}
