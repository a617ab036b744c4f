import type { SystemId, UnitId } from '../../../kernel/ids.ts';
import type { Office } from '../../../kernel/offices.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import { UnitField } from '../../../people/pages/choice-fields.tsx';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import { DateField } from '../../../ui/date-field.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { type Option, Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { keepersOf } from '../chain/keepers.ts';
import type { DocumentKind, DocumentScope } from '../document.ts';
import { documentTexts } from '../document.texts.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';

/** What the form holds: an answer not given yet is an empty text. */
export interface DocumentValues {
  readonly kind: DocumentKind | '';
  readonly title: string;
  readonly keeperOffice: Office | '';
  readonly reviewOn: string;
  readonly scope: DocumentScope | '';
  readonly unitId: string;
  readonly systemId: string;
  readonly situation: string;
  readonly validUntil: string;
}

const orNull = (value: string): string | null => (value === '' ? null : value);

/** The form's values as the register wants them. What belongs to another scope than the chosen one is left out. */
export function documentInputOf(values: DocumentValues) {
  const { scope } = values;
  return {
    title: values.title,
    // Chosen from lists, or empty and refused with the field named.
    keeperOffice: values.keeperOffice as Office,
    scope: scope as DocumentScope,
    unitId: (scope === 'unit' ? orNull(values.unitId) : null) as UnitId | null,
    systemId: (scope === 'system' ? orNull(values.systemId) : null) as SystemId | null,
    situation: scope === 'situation' ? values.situation : '',
    reviewOn: orNull(values.reviewOn),
    validUntil: orNull(values.validUntil),
  };
}

/** The fields of a document's description, new or changed. */
export function DocumentFields({
  form,
  unit,
  isNew,
}: {
  readonly form: FormState<DocumentValues>;
  readonly unit?: Option | undefined;
  readonly isNew: boolean;
}) {
  const texts = useTexts(chainPagesTexts).form;
  const words = useTexts(documentTexts);
  const officeWords = useTexts(officeTexts).offices;
  const { kind, scope } = form.values;
  // An instruction is for something in particular; the other kinds may be for all.
  const scopes = optionsOf(words.scopes).filter(
    (option) => kind !== 'instruction' || option.value !== 'organisation',
  );
  const systems = useView('system.choices', { isEnabled: scope === 'system' });
  return (
    <>
      {isNew ? (
        <RadioGroup
          {...form.field('kind')}
          label={words.fields.kind}
          options={optionsOf(words.kinds).map((option) => ({
            ...option,
            hint: texts.kindHints[option.value],
          }))}
        />
      ) : null}
      <TextField {...form.field('title')} label={words.fields.title} hint={texts.titleHint} />
      <RadioGroup {...form.field('scope')} label={words.fields.scope} options={scopes} />
      {scope === 'unit' ? (
        <UnitField {...form.field('unitId')} label={words.fields.unitId} chosen={unit} />
      ) : null}
      {scope === 'system' ? (
        <Select
          {...form.field('systemId')}
          label={words.fields.systemId}
          options={(systems.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {scope === 'situation' ? (
        <TextField {...form.field('situation')} label={words.fields.situation} hint={texts.situationHint} />
      ) : null}
      <Select
        {...form.field('keeperOffice')}
        label={words.fields.keeperOffice}
        hint={texts.keeperHint}
        options={keepersOf(scope === '' ? 'organisation' : scope).map((office) => ({
          value: office,
          label: officeWords[office],
        }))}
      />
      <DateField
        {...form.field('reviewOn')}
        label={words.fields.reviewOn}
        hint={texts.reviewHint}
        isOptional
      />
      <DateField
        {...form.field('validUntil')}
        label={words.fields.validUntil}
        hint={texts.untilHint}
        isOptional
      />
    </>
  );
}
