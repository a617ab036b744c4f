import type { BodyId, EntityId } from '../../../kernel/ids.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type BodyKind, bodyKinds, bodyKindsOf, neverController } from '../bodies/body.ts';
import { bodyTexts } from '../bodies/body.texts.ts';
import { organisationPagesTexts } from './pages.texts.ts';
import { orNull } from './words.ts';

/** What the form holds: an answer not given yet is an empty text. */
export interface BodyValues {
  readonly entityId: string;
  readonly kind: BodyKind | '';
  readonly name: string;
  readonly abbreviation: string;
  readonly parentId: string;
  readonly controller: boolean;
  readonly reportsToFollowUp: boolean;
  readonly from: string;
  readonly until: string;
}

/** The form's values as the register wants them. */
export function bodyInputOf(values: BodyValues) {
  return {
    kind: values.kind as BodyKind, // or empty and refused, with the field named
    name: values.name,
    abbreviation: orNull(values.abbreviation),
    parentId: values.kind === 'subcommittee' ? (orNull(values.parentId) as BodyId | null) : null, // from the list of bodies
    controller: values.controller,
    reportsToFollowUp: values.reportsToFollowUp,
    from: values.from,
  };
}

/** The fields about a body, new or changed. `own` is the one being changed. */
export function BodyFields({
  form,
  own,
}: {
  readonly form: FormState<BodyValues>;
  readonly own: string | null;
}) {
  const words = useTexts(bodyTexts);
  const texts = useTexts(organisationPagesTexts);
  const entities = useView('entity.list');
  const { entityId, kind } = form.values;
  // An id from the list of entities.
  const others = useView('body.list', {
    query: { entityId: entityId as EntityId },
    isEnabled: entityId !== '',
  });
  const entity = entities.data?.items.find((one) => one.id === entityId);
  const kinds = entity === undefined ? bodyKinds : bodyKindsOf[entity.kind];
  const parents = (others.data?.items ?? []).filter((one) => one.kind !== 'subcommittee' && one.id !== own);
  const setKind = (next: BodyKind | '') => {
    form.set('kind', next);
    if (next === '') return;
    form.set('controller', next === 'executive' || next === 'committee');
    form.set('reportsToFollowUp', next === 'committee' || next === 'board');
  };
  return (
    <>
      {own === null ? (
        <Select
          {...form.field('entityId')}
          label={words.fields.entityId}
          options={(entities.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
      ) : null}
      <Select
        {...form.field('kind')}
        onChange={setKind}
        label={words.fields.kind}
        options={kinds.map((one) => ({ value: one, label: words.kinds[one] }))}
      />
      {kind === 'subcommittee' ? (
        <Select
          {...form.field('parentId')}
          label={words.fields.parentId}
          options={parents.map((one) => ({ value: one.id, label: one.name }))}
        />
      ) : null}
      <TextField {...form.field('name')} label={words.fields.name} />
      <TextField
        {...form.field('abbreviation')}
        label={words.fields.abbreviation}
        hint={texts.body.abbreviationHint}
        width="short"
        isOptional
      />
      {kind !== '' && neverController.includes(kind) ? null : (
        <Checkbox
          {...form.field('controller')}
          label={texts.body.controllerLabel}
          hint={texts.body.controllerHint}
        />
      )}
      <Checkbox {...form.field('reportsToFollowUp')} label={texts.body.followUpLabel} />
      <DateField {...form.field('from')} label={words.fields.from} />
      {own === null ? (
        <DateField
          {...form.field('until')}
          label={words.fields.until}
          hint={texts.entity.untilHint}
          isOptional
        />
      ) : null}
    </>
  );
}
