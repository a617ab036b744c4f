import type { FormState } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type PlanKind, planKinds } from '../plan-content.ts';
import { planTexts } from '../plan.texts.ts';
import { planPagesTexts } from './pages.texts.ts';

/** What is said of a plan besides what it is of. */
export interface PlanValues {
  readonly kind: PlanKind | '';
  readonly secrecyProvision: string;
}

/** The fields of a plan's own particulars, new or changed. */
export function PlanFields<Values extends PlanValues>({ form: given }: { readonly form: FormState<Values> }) {
  // A form with more fields is a form with these.
  const form = given as unknown as FormState<PlanValues>;
  const texts = useTexts(planPagesTexts).form;
  const { fields, kinds } = useTexts(planTexts);
  const options = planKinds.map((value) => ({ value, label: kinds[value], hint: texts.kindHints[value] }));
  return (
    <>
      <RadioGroup<PlanKind> {...form.field('kind')} label={fields.kind} options={options} />
      <TextField
        {...form.field('secrecyProvision')}
        label={fields.secrecyProvision}
        hint={texts.secrecyHint}
        isOptional
      />
    </>
  );
}
