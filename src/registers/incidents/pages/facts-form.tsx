import type { UnitId } from '../../../kernel/ids.ts';
import { UnitField } from '../../../people/pages/choice-fields.tsx';
import { Checkbox, CheckboxGroup } from '../../../ui/checkbox.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { LevelFields } from '../../systems/pages/level-fields.tsx';
import { type IncidentKind, type Ongoing, type SecretPart, usualProvision } from '../incident.ts';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseRecord } from './case-record.ts';
import { MomentField, readMoment, shownMoment } from './moment-field.tsx';
import { incidentPagesTexts } from './pages.texts.ts';

type TriagedKind = Exclude<IncidentKind, 'notTriaged'>;

/** What the form holds of the facts: times as their fields have them, and an answer not given yet as an empty text. */
export interface FactsValues {
  readonly kind: TriagedKind | '';
  readonly title: string;
  readonly unitId: string;
  readonly occurredAt: string;
  readonly noticedAt: string;
  readonly knowledgeAt: string;
  readonly knowledgeReason: string;
  readonly ongoing: Ongoing | '';
  readonly consequence: CaseRecord['consequence'];
  readonly diaryNumber: string;
}

export interface SecrecyValues {
  readonly secret: boolean;
  readonly secretParts: readonly SecretPart[];
  readonly secrecyProvision: string;
  readonly secrecyReason: string;
}

/** The facts as they stand. */
export function factsOf(record: CaseRecord): FactsValues {
  const { kind, title, unitId, knowledgeReason, ongoing, consequence, diaryNumber } = record;
  return {
    kind: kind === 'notTriaged' ? '' : kind,
    title: title ?? '',
    unitId: unitId ?? '',
    occurredAt: shownMoment(record.occurredAt),
    noticedAt: shownMoment(record.noticedAt),
    knowledgeAt: shownMoment(record.knowledgeAt),
    ...{ ongoing, consequence, diaryNumber },
    knowledgeReason: knowledgeReason ?? '',
  };
}

/** The form's values as the register wants them. What is not chosen is sent as it is: the server names the field. */
export function factsInputOf(values: FactsValues, record: CaseRecord) {
  return {
    ...values,
    kind: values.kind as TriagedKind,
    ongoing: values.ongoing as Ongoing,
    unitId: values.unitId === '' ? null : (values.unitId as UnitId), // found in the register
    occurredAt: readMoment(values.occurredAt, record.occurredAt),
    noticedAt: readMoment(values.noticedAt, record.noticedAt) ?? '',
    knowledgeAt: readMoment(values.knowledgeAt, record.knowledgeAt) ?? '',
  };
}

/** What is established of a case. */
export function FactsFields<Values extends FactsValues>(props: {
  readonly form: FormState<Values>;
  readonly record: CaseRecord;
}) {
  // The fields of the facts are fields of every form that has them.
  const form = props.form as unknown as FormState<FactsValues>;
  const { unitId, unitName } = props.record;
  const texts = useTexts(incidentPagesTexts).form;
  const { fields, kinds, ongoing } = useTexts(incidentTexts);
  const { notTriaged: _none, ...triaged } = kinds;
  return (
    <>
      <RadioGroup {...form.field('kind')} label={fields.kind} options={optionsOf(triaged)} />
      <TextField {...form.field('title')} label={fields.title} />
      <LevelFields {...form.field('consequence')} label={fields.consequence} emptyLabel={texts.noLevel} />
      <p className="soft">{texts.stop}</p>
      <Select {...form.field('ongoing')} label={fields.ongoing} options={optionsOf(ongoing)} />
      <fieldset className="form-group">
        <legend>{texts.times}</legend>
        <p className="soft">{texts.timesHint}</p>
        <MomentField
          {...form.field('occurredAt')}
          label={fields.occurredAt}
          hint={texts.unknownTime}
          isOptional
        />
        <MomentField {...form.field('noticedAt')} label={fields.noticedAt} />
        <MomentField {...form.field('knowledgeAt')} label={fields.knowledgeAt} />
        <TextField {...form.field('knowledgeReason')} label={fields.knowledgeReason} isOptional />
      </fieldset>
      <UnitField
        {...form.field('unitId')}
        label={fields.unitId}
        hint={texts.unit}
        isOptional
        chosen={unitId === null ? undefined : { value: unitId, label: unitName ?? '' }}
      />
      <TextField {...form.field('diaryNumber')} label={fields.diaryNumber} isOptional width="short" />
    </>
  );
}

/** What of a case is secret, and by what provision. */
export function SecrecyFields<Values extends SecrecyValues>(props: { readonly form: FormState<Values> }) {
  const form = props.form as unknown as FormState<SecrecyValues>; // likewise
  const texts = useTexts(incidentPagesTexts).form;
  const { fields, parts } = useTexts(incidentTexts);
  return (
    <fieldset className="form-group">
      <legend>{texts.secrecy}</legend>
      <Checkbox
        {...form.field('secret')}
        label={fields.secret}
        hint={texts.secrecyHint}
        onChange={(secret) => {
          form.set('secret', secret);
          if (secret && form.values.secrecyProvision === '') form.set('secrecyProvision', usualProvision);
        }}
      />
      <CheckboxGroup
        {...form.field('secretParts')}
        label={fields.secretParts}
        isOptional
        options={optionsOf(parts)}
      />
      <TextField
        {...form.field('secrecyProvision')}
        label={fields.secrecyProvision}
        hint={texts.provisionHint}
        isOptional
        width="short"
      />
      <TextArea
        {...form.field('secrecyReason')}
        label={fields.secrecyReason}
        isOptional
        rows={2}
        maxLength={1000}
      />
    </fieldset>
  );
}
