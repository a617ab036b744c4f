import { type Office, officeScopes } from '../../../kernel/offices.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { ask } from '../../../ui/client.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import type { FieldBinding } from '../../../ui/field.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import { type Option, Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { officeTexts } from '../../offices.texts.ts';
import { PersonField } from '../../pages/choice-fields.tsx';
import { appointmentTexts } from '../appointment.texts.ts';
import { appointmentPagesTexts } from './pages.texts.ts';

/** What the form holds; the scope's value is `unit:<id>`, so that the kind comes with it. */
export interface AppointmentValues {
  readonly office: Office | '';
  readonly scopeId: Option | null;
  readonly personId: string;
  readonly deputy: boolean;
  readonly from: string;
  readonly until: string;
  readonly decision: string;
}

type AppointmentFieldsProps = {
  readonly form: FormState<AppointmentValues>;
  /** The offices this person may appoint to. */
  readonly known: readonly Office[];
  readonly person: Option | undefined;
};

/** Office, what it is for, who, when, and by which decision: in the order one decides. */
export function AppointmentFields({ form, known, person }: AppointmentFieldsProps) {
  const { fields } = useTexts(appointmentTexts);
  const texts = useTexts(appointmentPagesTexts).form;
  const words = useTexts(officeTexts);
  const { office } = form.values;
  const setOffice = (next: Office | '') => {
    form.set('office', next);
    // What one office is held for another cannot be.
    form.set('scopeId', null);
  };
  return (
    <>
      <Select
        {...form.field('office')}
        onChange={setOffice}
        label={fields.office}
        {...(office === '' ? {} : { hint: words.rights[office] })}
        options={known.map((value) => ({ value, label: words.offices[value] }))}
      />
      {office === '' || officeScopes[office].includes('municipality') ? null : (
        <ComboBox
          key={office}
          {...form.field('scopeId')}
          label={fields.scopeId}
          hint={texts.scopeHint}
          search={(text, signal) => findScopes(office, text, signal)}
        />
      )}
      <PersonField
        {...form.field('personId')}
        chosen={person}
        label={fields.personId}
        hint={texts.personHint}
      />
      <Checkbox {...form.field('deputy')} label={texts.deputy} hint={texts.deputyHint} />
      <PeriodFields from={form.field('from')} until={form.field('until')} decision={form.field('decision')} />
    </>
  );
}

type PeriodFieldsProps = {
  readonly from: FieldBinding<string>;
  readonly until: FieldBinding<string>;
  readonly decision: FieldBinding<string>;
};

/** When, and by which decision; the part that can be corrected afterwards. */
export function PeriodFields({ from, until, decision }: PeriodFieldsProps) {
  const { fields } = useTexts(appointmentTexts);
  const texts = useTexts(appointmentPagesTexts).form;
  return (
    <>
      <DateField {...from} label={fields.from} />
      <DateField {...until} label={fields.until} hint={texts.untilHint} isOptional />
      <TextField {...decision} label={fields.decision} hint={texts.decisionHint} isOptional />
    </>
  );
}

async function findScopes(office: Office, text: string, signal: AbortSignal): Promise<readonly Option[]> {
  const query = text === '' ? { office } : { office, search: text };
  const { scopes } = await ask('appointment.choices', { query, signal });
  return scopes.map(({ scope, id, name, of }) => ({
    value: `${scope}:${id}`,
    label: name,
    ...(of === null ? {} : { hint: of }),
  }));
}
