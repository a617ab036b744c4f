import type { UnitId } from '../../../kernel/ids.ts';
import type { FormState } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import type { Option } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { UnitField } from '../../../registers/information/pages/unit-field.tsx';
import { withoutBlanks } from '../../../registers/information/pages/without-blanks.ts';
import { agreementReviewTexts } from '../agreement-review.texts.ts';
import { agreementPagesTexts } from './pages.texts.ts';

/** What the form holds: an answer not given yet is an empty text. */
export interface AgreementValues {
  readonly counterparty: string;
  readonly subject: string;
  readonly reference: string;
  readonly unitId: string;
}

/** The form's values as the register wants them; what is empty is left out, and the server names the field. */
export function agreementInputOf(values: AgreementValues) {
  return withoutBlanks({ ...values, unitId: values.unitId as UnitId }, [
    'counterparty',
    'subject',
    'reference',
    'unitId',
  ]);
}

type AgreementFieldsProps = { readonly form: FormState<AgreementValues>; readonly unit?: Option };

/** What an agreement is known by. */
export function AgreementFields({ form, unit }: AgreementFieldsProps) {
  const texts = useTexts(agreementPagesTexts).form;
  const { fields } = useTexts(agreementReviewTexts);
  return (
    <>
      <TextField {...form.field('counterparty')} label={fields.counterparty} />
      <TextField {...form.field('subject')} label={fields.subject} hint={texts.subjectHint} />
      <TextField {...form.field('reference')} label={fields.reference} hint={texts.referenceHint} />
      <UnitField {...form.field('unitId')} label={fields.unitId} chosen={unit} />
    </>
  );
}
