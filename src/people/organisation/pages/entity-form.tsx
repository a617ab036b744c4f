import type { FormState } from '../../../ui/form-state.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { entityTexts } from '../entities/entity.texts.ts';
import { type EntityKind, entityKinds } from '../entities/entity.ts';
import { organisationPagesTexts } from './pages.texts.ts';
import { orNull } from './words.ts';

/** What the form holds: an answer not given yet is an empty text. */
export interface EntityValues {
  readonly kind: EntityKind | '';
  readonly name: string;
  readonly organisationNumber: string;
  readonly controller: boolean;
  readonly from: string;
  readonly until: string;
}

/** The form's values as the register wants them. */
export function entityInputOf(values: EntityValues) {
  return {
    kind: values.kind as EntityKind, // or empty and refused, with the field named
    name: values.name,
    organisationNumber: orNull(values.organisationNumber),
    controller: values.controller,
    from: values.from,
  };
}

/** The fields about a legal entity, new or changed. */
export function EntityFields({
  form,
  isNew,
}: {
  readonly form: FormState<EntityValues>;
  readonly isNew: boolean;
}) {
  const words = useTexts(entityTexts);
  const texts = useTexts(organisationPagesTexts).entity;
  const setKind = (kind: EntityKind | '') => {
    form.set('kind', kind);
    // Within a municipality its committees are the controllers; any other entity is one itself (GDPR art. 4.7).
    if (kind !== '') form.set('controller', kind !== 'municipality');
  };
  return (
    <>
      <RadioGroup
        {...form.field('kind')}
        onChange={setKind}
        label={words.fields.kind}
        options={entityKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <TextField {...form.field('name')} label={words.fields.name} />
      <TextField
        {...form.field('organisationNumber')}
        label={words.fields.organisationNumber}
        hint={texts.numberHint}
        inputMode="numeric"
        width="short"
        isOptional
      />
      <Checkbox {...form.field('controller')} label={texts.controllerLabel} hint={texts.controllerHint} />
      <DateField {...form.field('from')} label={words.fields.from} />
      {isNew ? (
        <DateField {...form.field('until')} label={words.fields.until} hint={texts.untilHint} isOptional />
      ) : null}
    </>
  );
}
