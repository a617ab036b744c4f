import type { BodyId, EntityId, UnitId } from '../../../kernel/ids.ts';
import { type Office, offices, officeScopes } from '../../../kernel/offices.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import type { FieldBinding } from '../../../ui/field.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { type Option, Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { optionsOf, someOptions } from '../../information/pages/options.ts';
import { UnitField } from '../../information/pages/unit-field.tsx';
import { defaultOwnerTexts } from '../default-owner.texts.ts';
import { ownerPagesTexts } from './pages.texts.ts';

type Holder = 'office' | 'unitManager' | 'ownUnitManager';

/** What the form holds of who owns; an answer not given is an empty text. */
export interface RuleValues {
  readonly holder: Holder | '';
  readonly office: Office | '';
  readonly unitId: string;
  readonly bodyId: string;
  readonly decision: string;
}

/** The values as the register wants them; what the chosen kind of holder does not ask for is left out. */
export function ruleInputOf(values: RuleValues, entityId: string | null) {
  const orNull = (text: string) => (text.trim() === '' ? null : text);
  return {
    holder: values.holder as Holder, // chosen among the kinds, or empty and refused
    office: values.holder === 'office' && values.office !== '' ? values.office : null,
    unitId: values.holder === 'unitManager' ? (orNull(values.unitId) as UnitId | null) : null,
    bodyId: orNull(values.bodyId) as BodyId | null,
    entityId: entityId as EntityId | null,
    decision: orNull(values.decision),
  };
}

/** The bindings of the fields below, one by one. */
type RuleBindings = { readonly [Name in keyof RuleValues]: FieldBinding<RuleValues[Name]> };

/** Binds the fields to a form that holds them, whatever else it holds. */
export function ruleBindings(form: Pick<FormState<RuleValues>, 'field'>): RuleBindings {
  return {
    holder: form.field('holder'),
    office: form.field('office'),
    unitId: form.field('unitId'),
    bodyId: form.field('bodyId'),
    decision: form.field('decision'),
  };
}

interface RuleFieldsProps {
  readonly fields: RuleBindings;
  readonly unit?: Option | undefined;
  readonly body?: Option | undefined;
}

/** The fields that say who owns an area's information. */
export function RuleFields({ fields: bound, unit, body }: RuleFieldsProps) {
  const holder = bound.holder.value;
  const texts = useTexts(ownerPagesTexts);
  const { fields, holders } = useTexts(defaultOwnerTexts);
  const words = useTexts(officeTexts).offices;
  const municipal = offices.filter((office) => officeScopes[office].includes('municipality'));
  return (
    <>
      <RadioGroup {...bound.holder} label={fields.holder} options={optionsOf(holders)} />
      {holder === 'office' ? (
        <Select {...bound.office} label={fields.office} options={someOptions(municipal, words)} />
      ) : null}
      {holder === 'unitManager' ? (
        <UnitField {...bound.unitId} label={fields.unitId} hint={texts.unitHint} chosen={unit} isOptional />
      ) : null}
      <UnitField
        {...bound.bodyId}
        list="body.list"
        label={fields.bodyId}
        hint={texts.bodyHint}
        chosen={body}
        isOptional
      />
      <TextField {...bound.decision} label={fields.decision} hint={texts.decisionHint} isOptional />
    </>
  );
}
