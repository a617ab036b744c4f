import type { PersonId, UnitId } from '../../../kernel/ids.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import { PersonField, UnitField } from '../../../people/pages/choice-fields.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { type Option, Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { someOptions } from '../../information/pages/options.ts';
import { withoutBlanks } from '../../information/pages/without-blanks.ts';
import type { SecrecyProvision } from '../../information/vocabulary.ts';
import { type MeasureInput, type OwningOffice, owningOffices } from '../measure.ts';
import { measureTexts } from '../measure.texts.ts';
import { measurePagesTexts } from './pages.texts.ts';
import { SecrecyField } from './secrecy-field.tsx';

/** What the form holds: an answer not given yet is an empty text. */
export interface MeasureValues {
  readonly title: string;
  readonly description: string;
  readonly unitId: string;
  readonly ownerKind: 'office' | 'person' | '';
  readonly ownerPersonId: string;
  readonly ownerOffice: OwningOffice | '';
  readonly dueOn: string;
  readonly cost: number | null;
  readonly secrecyProvisions: readonly SecrecyProvision[];
}

/** The form's values as the register wants them; what is empty is left out, and the server names the field. */
export function measureInputOf(values: MeasureValues): MeasureInput {
  const { ownerKind, ownerPersonId, ownerOffice, ...rest } = values;
  const isPerson = ownerKind === 'person';
  return withoutBlanks(
    {
      ...rest,
      unitId: values.unitId as UnitId,
      ownerPersonId: isPerson && ownerPersonId !== '' ? (ownerPersonId as PersonId) : null,
      ownerOffice: !isPerson && ownerOffice !== '' ? ownerOffice : null,
      secrecyProvisions: [...values.secrecyProvisions],
    },
    ['title', 'unitId', 'dueOn'],
  );
}

type MeasureFieldsProps = {
  readonly form: FormState<MeasureValues>;
  readonly unit?: Option | undefined;
  readonly person?: Option | undefined;
};

/** What is to be done, where, by whom and by when. */
export function MeasureFields({ form, unit, person }: MeasureFieldsProps) {
  const texts = useTexts(measurePagesTexts).form;
  const { fields } = useTexts(measureTexts);
  const { offices } = useTexts(officeTexts);
  return (
    <>
      <TextField {...form.field('title')} label={fields.title} hint={texts.titleHint} />
      <TextArea
        {...form.field('description')}
        label={fields.description}
        hint={texts.descriptionHint}
        maxLength={4000}
        isOptional
      />
      <UnitField {...form.field('unitId')} label={fields.unitId} chosen={unit} />
      <RadioGroup<'office' | 'person'>
        {...form.field('ownerKind')}
        label={texts.ownerKind}
        options={(['office', 'person'] as const).map((value) => ({
          value,
          label: texts.ownerKinds[value],
          hint: texts.ownerKindHints[value],
        }))}
      />
      {form.values.ownerKind === 'person' ? (
        <PersonField {...form.field('ownerPersonId')} label={fields.ownerPersonId} chosen={person} />
      ) : (
        <Select<OwningOffice>
          {...form.field('ownerOffice')}
          // The server names the person where nobody is named at all.
          error={form.field('ownerOffice').error ?? form.field('ownerPersonId').error}
          label={fields.ownerOffice}
          options={someOptions(owningOffices, offices)}
        />
      )}
      <DateField {...form.field('dueOn')} label={fields.dueOn} />
      <NumberField
        {...form.field('cost')}
        label={fields.cost}
        hint={texts.costHint}
        unit={texts.kronor}
        isOptional
      />
      <SecrecyField {...form.field('secrecyProvisions')} />
    </>
  );
}
