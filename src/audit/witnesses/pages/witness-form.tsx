import type { FormState } from '../../../ui/form-state.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import { withoutBlanks } from '../../../registers/information/pages/without-blanks.ts';
import { witnessTexts } from '../witness.texts.ts';
import type { Schedule } from '../witness.ts';
import { witnessPagesTexts } from './pages.texts.ts';

export const ownKinds = ['email', 'folder', 'https'] as const;
export type OwnKind = (typeof ownKinds)[number];

/** What the form holds: addresses one a line, and what is not given as an empty text. */
export interface WitnessValues {
  readonly kind: OwnKind | '';
  readonly name: string;
  readonly contact: string;
  readonly addresses: string;
  readonly folder: string;
  readonly url: string;
  readonly schedule: Schedule | '';
  readonly verifierKey: string;
  readonly from: string;
  readonly until: string;
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** The form's values as the register wants them, without the kind, which is not changed. */
export function witnessInputOf(values: WitnessValues) {
  const { kind: _kind, ...rest } = values;
  const input = {
    ...rest,
    schedule: values.schedule as Schedule, // chosen from a list, or empty and refused
    addresses: values.addresses
      .split(/[\n,;]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    folder: orNull(values.folder),
    url: orNull(values.url),
    verifierKey: orNull(values.verifierKey),
    until: orNull(values.until),
  };
  return withoutBlanks(input, ['name', 'schedule', 'from']);
}

/** The fields of a witness; those of its kind only. */
export function WitnessFields(props: { readonly form: FormState<WitnessValues>; readonly isNew: boolean }) {
  const { form, isNew } = props;
  const texts = useTexts(witnessPagesTexts).form;
  const { fields, kinds, schedules } = useTexts(witnessTexts);
  const { kind } = form.values;
  return (
    <>
      {isNew ? (
        <RadioGroup<OwnKind>
          {...form.field('kind')}
          label={fields.kind}
          options={ownKinds.map((value) => ({ value, label: kinds[value], hint: texts.kinds[value] }))}
        />
      ) : null}
      <TextField {...form.field('name')} label={fields.name} hint={texts.nameHint} />
      {kind === 'email' ? (
        <TextArea {...form.field('addresses')} label={fields.addresses} hint={texts.addressesHint} rows={3} />
      ) : null}
      {kind === 'folder' ? (
        <TextField {...form.field('folder')} label={fields.folder} hint={texts.folderHint} />
      ) : null}
      {kind === 'https' ? (
        <TextField {...form.field('url')} label={fields.url} hint={texts.urlHint} type="url" />
      ) : null}
      <Select {...form.field('schedule')} label={fields.schedule} options={optionsOf(schedules)} />
      <TextField {...form.field('contact')} label={fields.contact} hint={texts.contactHint} isOptional />
      <TextField {...form.field('verifierKey')} label={fields.verifierKey} hint={texts.keyHint} isOptional />
      <DateField {...form.field('from')} label={fields.from} />
      <DateField {...form.field('until')} label={fields.until} hint={texts.untilHint} isOptional />
    </>
  );
}
