import type { UnitId } from '../../../kernel/ids.ts';
import type { FormState } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { type Option, Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { UnitField } from '../../information/pages/unit-field.tsx';
import { withoutBlanks } from '../../information/pages/without-blanks.ts';
import { lifecycles, type Lifecycle } from '../lifecycle.ts';
import { systemTexts } from '../system.texts.ts';
import { systemPagesTexts } from './pages.texts.ts';

type ProviderKind = 'internal' | 'external';

/** What the form holds: an answer not given yet is an empty text. */
export interface SystemValues {
  readonly name: string;
  readonly description: string;
  readonly unitId: string;
  readonly providerKind: ProviderKind | '';
  readonly providerName: string;
  readonly lifecycle: Lifecycle | '';
}

/** The form's values as the register wants them. What is not chosen is sent as it is: the server names the field. */
export function systemInputOf(values: SystemValues) {
  const { lifecycle: _lifecycle, ...description } = values;
  const input = {
    ...description,
    unitId: values.unitId as UnitId, // from the list of units, or empty and refused
    providerKind: values.providerKind as ProviderKind, // likewise
  };
  return withoutBlanks(input, ['name', 'unitId', 'providerKind']);
}

interface SystemFieldsProps {
  readonly form: FormState<SystemValues>;
  readonly unit?: Option;
  readonly isNew: boolean;
}

/** The fields of a system's description, new or changed. */
export function SystemFields({ form, unit, isNew }: SystemFieldsProps) {
  const texts = useTexts(systemPagesTexts).form;
  const { fields, lifecycles: stages, providerKinds } = useTexts(systemTexts);
  const open = lifecycles.filter((stage) => stage !== 'retired');
  return (
    <>
      <TextField {...form.field('name')} label={fields.name} hint={texts.nameHint} />
      <TextArea
        {...form.field('description')}
        label={fields.description}
        hint={texts.descriptionHint}
        maxLength={4000}
        isOptional
      />
      <UnitField {...form.field('unitId')} label={fields.unitId} hint={texts.unitHint} chosen={unit} />
      {isNew ? (
        <Select
          {...form.field('lifecycle')}
          label={fields.lifecycle}
          options={open.map((stage) => ({ value: stage, label: stages[stage] }))}
        />
      ) : null}
      <RadioGroup
        {...form.field('providerKind')}
        label={fields.providerKind}
        options={optionsOf(providerKinds)}
      />
      {form.values.providerKind === 'external' || form.values.providerName !== '' ? (
        <TextField {...form.field('providerName')} label={fields.providerName} hint={texts.providerHint} />
      ) : null}
    </>
  );
}
