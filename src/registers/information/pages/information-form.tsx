import type { UnitId } from '../../../kernel/ids.ts';
import { Checkbox, CheckboxGroup } from '../../../ui/checkbox.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { type Option, Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { informationTexts } from '../information.texts.ts';
import {
  type Carrier,
  carriers,
  type PersonalData,
  type PersonalDataKind,
  personalDataAnswers,
  personalDataKinds,
  type SecrecyProvision,
  secrecyProvisions,
} from '../vocabulary.ts';
import { vocabularyTexts } from '../vocabulary.texts.ts';
import { someOptions } from './options.ts';
import { informationPagesTexts } from './pages.texts.ts';
import { UnitField } from './unit-field.tsx';
import { withoutBlanks } from './without-blanks.ts';

/** What the form holds: an answer not given yet is an empty text. */
export interface InformationValues {
  readonly name: string;
  readonly description: string;
  readonly unitId: string;
  readonly area: string;
  readonly carriers: readonly Carrier[];
  readonly personalData: PersonalData | '';
  readonly personalDataKinds: readonly PersonalDataKind[];
  readonly secrecyProvisions: readonly SecrecyProvision[];
  readonly draft: boolean;
}

/** The form's values as the register wants them. What is not chosen is sent as it is: the server names the field. */
export function informationInputOf(values: InformationValues) {
  const { draft: _draft, ...description } = values;
  const hasPersonalData = values.personalData !== 'none';
  const input = {
    ...description,
    unitId: values.unitId as UnitId, // from the list of units, or empty and refused
    personalData: values.personalData as PersonalData, // likewise
    carriers: [...values.carriers],
    personalDataKinds: hasPersonalData ? [...values.personalDataKinds] : [],
    secrecyProvisions: [...values.secrecyProvisions],
  };
  return withoutBlanks(input, ['name', 'unitId', 'area', 'personalData']);
}

interface InformationFieldsProps {
  readonly form: FormState<InformationValues>;
  readonly unit?: Option;
  readonly isNew: boolean;
  /** The names of its unit and its area, where this person may not give it others. */
  readonly fixed?: { readonly unitName: string; readonly areaName: string } | undefined;
}

/** The fields of a description, new or changed. */
export function InformationFields({ form, unit, isNew, fixed }: InformationFieldsProps) {
  const { fields } = useTexts(informationTexts);
  const texts = useTexts(informationPagesTexts).form;
  const words = useTexts(vocabularyTexts);
  const areas = useView('defaultOwner.list');
  const areaOptions = (areas.data?.items ?? []).map((area) => ({ value: area.area, label: area.name }));
  const chosenArea = areas.data?.items.find((area) => area.area === form.values.area);
  const secrecy = secrecyProvisions.map((code) => ({
    value: code,
    label: `${code} ${words.secrecyProvisions[code]}`,
  }));
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
      {fixed === undefined ? (
        <>
          <UnitField {...form.field('unitId')} label={fields.unitId} hint={texts.unitHint} chosen={unit} />
          <Select
            {...form.field('area')}
            label={fields.area}
            hint={
              (chosenArea?.examples ?? '') === ''
                ? texts.areaHint
                : `${texts.areaHint} ${texts.areaExamples(chosenArea?.examples ?? '')}`
            }
            options={areaOptions}
          />
        </>
      ) : (
        <div>
          <DefinitionList
            facts={[
              { term: fields.unitId, value: fixed.unitName },
              { term: fields.area, value: fixed.areaName },
            ]}
          />
          <p className="soft">{texts.fixedWhy}</p>
        </div>
      )}
      <CheckboxGroup
        {...form.field('carriers')}
        label={fields.carriers}
        hint={texts.carriersHint}
        options={someOptions(carriers, words.carriers)}
      />
      <RadioGroup
        {...form.field('personalData')}
        label={fields.personalData}
        options={someOptions(personalDataAnswers, words.personalData)}
      />
      {form.values.personalData === '' || form.values.personalData === 'none' ? null : (
        <CheckboxGroup
          {...form.field('personalDataKinds')}
          label={fields.personalDataKinds}
          hint={texts.kindsHint}
          options={someOptions(personalDataKinds, words.personalDataKinds)}
          isOptional
        />
      )}
      <CheckboxGroup
        {...form.field('secrecyProvisions')}
        label={fields.secrecyProvisions}
        hint={texts.secrecyHint}
        options={secrecy}
        isOptional
      />
      {isNew ? <Checkbox {...form.field('draft')} label={texts.draft} hint={texts.draftHint} /> : null}
    </>
  );
}
