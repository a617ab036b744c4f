import type { UnitId } from '../../../kernel/ids.ts';
import { UnitField } from '../../../people/pages/choice-fields.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import type { Option } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { withoutBlanks } from '../../information/pages/without-blanks.ts';
import type { SecrecyProvision } from '../../information/vocabulary.ts';
import { SecrecyField } from '../../measures/pages/secrecy-field.tsx';
import type { DeviationInput } from '../deviation.ts';
import { deviationTexts } from '../deviation.texts.ts';
import { DemandField, demandOf } from './demand-field.tsx';
import { deviationPagesTexts } from './pages.texts.ts';
import { RiskFields, riskOf, type Step } from './risk-fields.tsx';

/** What the form holds: an answer not given yet is an empty text. */
export interface DeviationValues {
  readonly title: string;
  readonly description: string;
  readonly sentenceId: string;
  readonly unitId: string;
  readonly discoveredOn: string;
  readonly handling: string;
  readonly cause: string;
  readonly consequence: Step;
  readonly likelihood: Step;
  readonly secrecyProvisions: readonly SecrecyProvision[];
}

/** The form's values as the register wants them; what is empty is left out, and the server names the field. */
export function deviationInputOf(values: DeviationValues): DeviationInput {
  const { consequence, likelihood, sentenceId, ...rest } = values;
  return withoutBlanks(
    {
      ...rest,
      ...demandOf(sentenceId),
      unitId: values.unitId as UnitId,
      risk: riskOf(consequence, likelihood),
      secrecyProvisions: [...values.secrecyProvisions],
    },
    ['title', 'unitId', 'discoveredOn'],
  );
}

type DeviationFieldsProps = {
  readonly form: FormState<DeviationValues>;
  readonly unit?: Option | undefined;
  readonly demand?: Option | undefined;
};

/** What happened, from which demand it departs, why, and how bad it is. */
export function DeviationFields({ form, unit, demand }: DeviationFieldsProps) {
  const { form: texts, demand: demandWords } = useTexts(deviationPagesTexts);
  const { fields } = useTexts(deviationTexts);
  return (
    <>
      <TextField {...form.field('title')} label={fields.title} hint={texts.titleHint} />
      <TextArea
        {...form.field('description')}
        label={fields.description}
        hint={texts.descriptionHint}
        maxLength={4000}
        isOptional
      />
      <DateField {...form.field('discoveredOn')} label={fields.discoveredOn} />
      <UnitField {...form.field('unitId')} label={fields.unitId} chosen={unit} />
      <DemandField
        {...form.field('sentenceId')}
        label={fields.sentenceId}
        hint={demandWords.hint}
        chosen={demand}
        isOptional
      />
      <TextArea
        {...form.field('handling')}
        label={fields.handling}
        hint={texts.handlingHint}
        maxLength={4000}
        isOptional
      />
      <TextArea
        {...form.field('cause')}
        label={fields.cause}
        hint={texts.causeHint}
        maxLength={4000}
        isOptional
      />
      <RiskFields
        form={form as unknown as FormState<Pick<DeviationValues, 'consequence' | 'likelihood'>>}
        title={fields.risk}
        consequence="consequence"
        likelihood="likelihood"
      />
      <SecrecyField {...form.field('secrecyProvisions')} />
    </>
  );
}
