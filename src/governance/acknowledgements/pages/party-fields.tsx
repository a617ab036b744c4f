import type { Id, UnitId } from '../../../kernel/ids.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Select, type Option } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import { UnitField } from '../../../registers/information/pages/unit-field.tsx';
import { withoutBlanks } from '../../../registers/information/pages/without-blanks.ts';
import { externalPartyTexts } from '../parties/external-party.texts.ts';
import { partyPagesTexts } from './party-pages.texts.ts';

/** What the form holds: an answer not given yet is an empty text. */
export interface PartyValues {
  readonly name: string;
  readonly organisationNumber: string;
  readonly contactName: string;
  readonly email: string;
  readonly language: 'sv' | 'en' | '';
  readonly relevant: boolean;
  readonly relevanceReason: string;
  readonly unitId: string;
  readonly contractor: boolean;
  readonly agreementReviewId: string;
  readonly obligation: boolean;
}

/** The form's values as the register wants them; what is empty is left out, and the server names the field. */
export function partyInputOf(values: PartyValues) {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const input = {
    ...values,
    language: values.language === '' ? ('sv' as const) : values.language,
    unitId: values.unitId as UnitId, // or empty, and then the server names the field
    organisationNumber: orNull(values.organisationNumber),
    email: orNull(values.email),
    agreementReviewId: orNull(values.agreementReviewId) as Id<'AgreementReview'> | null, // from the list
  };
  return withoutBlanks(input, ['name', 'contactName', 'relevanceReason', 'unitId']);
}

type PartyFieldsProps = {
  readonly form: FormState<PartyValues>;
  readonly unit?: Option;
  /** The agreement that the party is tied to, if it is. */
  readonly agreement?: Option | undefined;
};

/** What is said of an external party. */
export function PartyFields({ form, unit, agreement }: PartyFieldsProps) {
  const texts = useTexts(partyPagesTexts).form;
  const { fields, languages } = useTexts(externalPartyTexts);
  const agreements = useView('externalParty.choices').data?.agreements ?? [];
  const offered = agreements.map(({ id, name }) => ({ value: id, label: name }));
  // One that is not hers to see is not offered, and stands for as long as she leaves it.
  const isMissing = agreement !== undefined && offered.every(({ value }) => value !== agreement.value);
  return (
    <>
      <TextField {...form.field('name')} label={fields.name} hint={texts.nameHint} />
      <TextField
        {...form.field('organisationNumber')}
        label={fields.organisationNumber}
        hint={texts.numberHint}
        isOptional
      />
      <TextField {...form.field('contactName')} label={fields.contactName} />
      <TextField
        {...form.field('email')}
        label={fields.email}
        hint={texts.emailHint}
        type="email"
        isOptional
      />
      <Select<'sv' | 'en'>
        {...form.field('language')}
        label={fields.language}
        emptyLabel={texts.languageChoose}
        options={optionsOf(languages)}
      />
      <UnitField {...form.field('unitId')} label={fields.unitId} chosen={unit} />
      <Checkbox {...form.field('relevant')} label={fields.relevant} hint={texts.relevanceHint} />
      <TextArea {...form.field('relevanceReason')} label={fields.relevanceReason} rows={2} maxLength={1000} />
      <Checkbox {...form.field('contractor')} label={fields.contractor} />
      <Select
        {...form.field('agreementReviewId')}
        label={fields.agreementReviewId}
        hint={texts.agreementHint}
        emptyLabel={texts.agreementChoose}
        options={isMissing ? [agreement, ...offered] : offered}
        isOptional
      />
      <Checkbox {...form.field('obligation')} label={fields.obligation} />
    </>
  );
}
