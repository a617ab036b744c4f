import type { UnitId } from '../../../kernel/ids.ts';
import type { FormState } from '../../../ui/form-state.ts';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { type Option, Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { UnitField } from '../../pages/choice-fields.tsx';
import { type PersonKind, personKinds } from '../../person.facts.ts';
import type { PersonSourceId } from '../person.ts';
import { personTexts } from '../person.texts.ts';
import { personPagesTexts } from './pages.texts.ts';

/** What the form holds: an answer not given yet is an empty text. */
export interface PersonValues {
  readonly kind: PersonKind | '';
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly telephone: string;
  readonly organisation: string;
  readonly unitId: string;
  readonly sourceId: string;
}

/** The form's values as the register wants them: empty is null, and an employer only for who has another. */
export function personInputOf(values: PersonValues) {
  const orNull = (text: string) => (text.trim() === '' ? null : text);
  return {
    kind: values.kind as PersonKind, // or empty and refused, with the field named
    givenName: values.givenName,
    familyName: values.familyName,
    email: orNull(values.email),
    telephone: orNull(values.telephone),
    organisation: values.kind === 'external' ? orNull(values.organisation) : null,
    unitId: orNull(values.unitId) as UnitId | null, // from the list of units
    sourceId: orNull(values.sourceId) as PersonSourceId | null, // from the list of sources
  };
}

/** The fields about a person, new or changed. */
export function PersonFields({
  form,
  unit,
}: {
  readonly form: FormState<PersonValues>;
  readonly unit?: Option | undefined;
}) {
  const words = useTexts(personTexts);
  const texts = useTexts(personPagesTexts).form;
  const choices = useView('person.choices');
  const sources = (choices.data?.sources ?? []).filter((source) => source.kind === form.values.kind);
  const setKind = (kind: PersonKind | '') => {
    form.set('kind', kind);
    // A source is for one kind; another kind's would be refused.
    form.set('sourceId', '');
  };
  return (
    <>
      <RadioGroup
        {...form.field('kind')}
        onChange={setKind}
        label={words.fields.kind}
        options={personKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <TextField {...form.field('givenName')} label={words.fields.givenName} />
      <TextField {...form.field('familyName')} label={words.fields.familyName} />
      {form.values.kind === 'external' ? (
        <TextField
          {...form.field('organisation')}
          label={words.fields.organisation}
          hint={texts.organisationHint}
        />
      ) : null}
      <TextField
        {...form.field('email')}
        type="email"
        label={words.fields.email}
        hint={texts.emailHint}
        isOptional
      />
      <TextField {...form.field('telephone')} type="tel" label={words.fields.telephone} isOptional />
      <UnitField
        {...form.field('unitId')}
        chosen={unit}
        label={words.fields.unitId}
        hint={texts.unitHint}
        isOptional
      />
      {sources.length === 0 ? null : (
        <Select
          {...form.field('sourceId')}
          label={words.fields.sourceId}
          hint={texts.sourceHint}
          options={sources.map((source) => ({ value: source.id, label: source.name }))}
          emptyLabel={texts.noSource}
          isOptional
        />
      )}
    </>
  );
}
