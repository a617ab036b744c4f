import { addMonths, dayOf } from '../../../kernel/calendar.ts';
import type { Id, UnitId } from '../../../kernel/ids.ts';
import { UnitField } from '../../../people/pages/choice-fields.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import type { Option } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { DemandField, demandOf } from '../../deviations/pages/demand-field.tsx';
import { RiskFields, riskOf, type Step } from '../../deviations/pages/risk-fields.tsx';
import { withoutBlanks } from '../../information/pages/without-blanks.ts';
import type { SecrecyProvision } from '../../information/vocabulary.ts';
import { SecrecyField } from '../../measures/pages/secrecy-field.tsx';
import type { Risk } from '../../risk.ts';
import { type ExceptionInput, objectRegisters } from '../exception.ts';
import { usualMonths } from '../exception-rule.ts';
import { exceptionTexts } from '../exception.texts.ts';
import { ObjectField } from './object-field.tsx';
import { exceptionPagesTexts } from './pages.texts.ts';

/** What the form holds: an answer not given yet is an empty text. */
export interface ExceptionValues {
  readonly title: string;
  readonly object: string;
  readonly sentenceId: string;
  readonly unitId: string;
  readonly reason: string;
  readonly compensation: string;
  readonly consequenceBefore: Step;
  readonly likelihoodBefore: Step;
  readonly consequenceAfter: Step;
  readonly likelihoodAfter: Step;
  readonly personalData: boolean;
  readonly secrecyProvisions: readonly SecrecyProvision[];
  readonly endsOn: string;
}

/** An application that nobody has begun on: a year is usual. */
export const emptyApplication: ExceptionValues = {
  title: '',
  object: '',
  sentenceId: '',
  unitId: '',
  reason: '',
  compensation: '',
  consequenceBefore: '',
  likelihoodBefore: '',
  consequenceAfter: '',
  likelihoodAfter: '',
  personalData: false,
  secrecyProvisions: [],
  endsOn: addMonths(dayOf(new Date()), usualMonths),
};

/** The form's values as the register wants them; what is empty is left out, and the server names the field. */
export function exceptionInputOf(values: ExceptionValues): ExceptionInput {
  const [register = '', id = ''] = values.object.split(':');
  const known = objectRegisters.find((one) => one === register);
  const { title, unitId, reason, compensation, personalData, endsOn } = values;
  const input = {
    title,
    unitId: unitId as UnitId,
    reason,
    compensation,
    personalData,
    endsOn,
    ...demandOf(values.sentenceId),
    secrecyProvisions: [...values.secrecyProvisions],
    object: known === undefined ? '' : { register: known, id: id as Id<string> }, // from that register's own list
    riskBefore: riskOf(values.consequenceBefore, values.likelihoodBefore) ?? '',
    riskAfter: riskOf(values.consequenceAfter, values.likelihoodAfter) ?? '',
  };
  const required = ['title', 'unitId', 'reason', 'endsOn', 'object', 'riskBefore', 'riskAfter'] as const;
  return withoutBlanks(input, required) as ExceptionInput; // incomplete only where the server is to refuse it
}

type ExceptionFieldsProps = {
  readonly form: FormState<ExceptionValues>;
  readonly object?: Option | undefined;
  readonly demand?: Option | undefined;
  readonly unit?: Option | undefined;
};

type RiskForm = FormState<Readonly<Record<`${'consequence' | 'likelihood'}${'Before' | 'After'}`, Step>>>;

/** What cannot be followed, why, what is done instead, how bad it is, and until when. */
export function ExceptionFields({ form, object, demand, unit }: ExceptionFieldsProps) {
  const texts = useTexts(exceptionPagesTexts).form;
  const { fields } = useTexts(exceptionTexts);
  const risks = form as unknown as RiskForm;
  return (
    <>
      <TextField {...form.field('title')} label={fields.title} hint={texts.titleHint} />
      <ObjectField {...form.field('object')} label={fields.object} hint={texts.objectHint} chosen={object} />
      <DemandField
        {...form.field('sentenceId')}
        label={fields.sentenceId}
        hint={texts.demandHint}
        chosen={demand}
      />
      <UnitField {...form.field('unitId')} label={fields.unitId} chosen={unit} />
      <TextArea {...form.field('reason')} label={fields.reason} hint={texts.reasonHint} maxLength={4000} />
      <RiskFields
        form={risks}
        title={fields.riskBefore}
        consequence="consequenceBefore"
        likelihood="likelihoodBefore"
        error={form.field('riskBefore' as 'title').error}
      />
      <TextArea
        {...form.field('compensation')}
        label={fields.compensation}
        hint={texts.compensationHint}
        maxLength={4000}
        isOptional
      />
      <RiskFields
        form={risks}
        title={fields.riskAfter}
        consequence="consequenceAfter"
        likelihood="likelihoodAfter"
        error={form.field('riskAfter' as 'title').error}
      />
      <Checkbox {...form.field('personalData')} label={fields.personalData} hint={texts.personalDataHint} />
      <DateField {...form.field('endsOn')} label={fields.endsOn} hint={texts.endHint(String(usualMonths))} />
      <SecrecyField {...form.field('secrecyProvisions')} />
    </>
  );
}

/** The two steps of a risk by the names that the form has for them. */
export function stepsOf(before: Risk, after: Risk) {
  const step = (value: number) => String(value) as Step; // 1–4, by the schema
  return {
    consequenceBefore: step(before.consequence),
    likelihoodBefore: step(before.likelihood),
    consequenceAfter: step(after.consequence),
    likelihoodAfter: step(after.likelihood),
  };
}
