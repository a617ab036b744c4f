import type { BodyId, EntityId } from '../../../kernel/ids.ts';
import { DateField } from '../../../ui/date-field.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type UnitKind, unitKinds } from '../units/unit.ts';
import { unitTexts } from '../units/unit.texts.ts';
import { organisationPagesTexts } from './pages.texts.ts';
import { orNull } from './words.ts';

/** What a form about a unit holds, new or changed: an answer not given yet is an empty text. */
export interface UnitValues {
  readonly kind: UnitKind | '';
  readonly name: string;
  readonly bodyId: string;
  readonly from: string;
}

/** The form's values as the register wants them. */
export function unitInputOf(values: UnitValues) {
  return {
    kind: values.kind as UnitKind, // or empty and refused, with the field named
    name: values.name,
    bodyId: orNull(values.bodyId) as BodyId | null, // from the list of bodies
    from: values.from,
  };
}

/** The fields that a new unit and a changed one share. */
export function UnitFields({
  form,
  entityId,
}: {
  readonly form: FormState<UnitValues>;
  readonly entityId: string;
}) {
  const words = useTexts(unitTexts);
  const texts = useTexts(organisationPagesTexts).unit;
  // An id from the list of entities.
  const bodies = useView('body.list', {
    query: { entityId: entityId as EntityId },
    isEnabled: entityId !== '',
  });
  return (
    <>
      <RadioGroup
        {...form.field('kind')}
        label={words.fields.kind}
        options={unitKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <TextField {...form.field('name')} label={words.fields.name} />
      <Select
        {...form.field('bodyId')}
        label={words.fields.bodyId}
        hint={texts.bodyHint}
        emptyLabel={texts.noBody}
        options={(bodies.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
        isOptional
      />
      <DateField {...form.field('from')} label={words.fields.from} />
    </>
  );
}
