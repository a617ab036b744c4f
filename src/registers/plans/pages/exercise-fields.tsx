import type { Id } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Checkbox, CheckboxGroup } from '../../../ui/checkbox.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { withoutBlanks } from '../../information/pages/without-blanks.ts';
import { type ExerciseInput, type ExerciseKind, exerciseKinds } from '../exercises/exercise.ts';
import { planTexts } from '../plan.texts.ts';
import { planPagesTexts } from './pages.texts.ts';

/** What the form of an exercise holds. */
export interface ExerciseValues {
  readonly kind: ExerciseKind | '';
  readonly planIds: readonly string[];
  readonly heldOn: string;
  readonly scenario: string;
  readonly participants: number | null;
  readonly attendees: string;
  readonly findings: string;
  readonly measures: string;
  readonly restoreTried: boolean;
  readonly realReason: string;
  readonly caseReference: string;
}

/** The form's values as the register wants them; what is empty is left out, and the server names the field. */
export function exerciseInputOf(values: ExerciseValues): ExerciseInput {
  const { participants, ...said } = values;
  const input = {
    ...said,
    // Empty, and then the server names the field.
    kind: values.kind as ExerciseKind,
    planIds: values.planIds as Id<'Plan'>[], // from the list of plans
    realReason: values.kind === 'real' ? values.realReason : '',
  };
  const counted = participants === null ? input : { ...input, participants };
  // Incomplete only where the server is to refuse it.
  return withoutBlanks(counted as ExerciseInput, ['kind', 'heldOn', 'scenario']);
}

type Choices = ViewMap['plan.choices']['answer']['items'];

interface ExerciseFieldsProps {
  readonly form: FormState<ExerciseValues>;
  readonly choices: Choices;
}

/** What an exercise tried, who took part, and what came of it. */
export function ExerciseFields({ form, choices }: ExerciseFieldsProps) {
  const texts = useTexts(planPagesTexts).exerciseForm;
  const { fields, exerciseKinds: kinds, kinds: planKinds } = useTexts(planTexts);
  const { values } = form;
  const plans = choices.map(({ id, name, kind }) => ({ value: id, label: `${name} (${planKinds[kind]})` }));
  return (
    <>
      <RadioGroup<ExerciseKind>
        {...form.field('kind')}
        label={fields.kind}
        options={exerciseKinds.map((value) => ({ value, label: kinds[value], hint: texts.kindHints[value] }))}
      />
      {values.kind === 'real' ? (
        <TextArea {...form.field('realReason')} label={fields.realReason} rows={2} maxLength={1000} />
      ) : null}
      <CheckboxGroup
        {...form.field('planIds')}
        label={fields.planIds}
        hint={plans.length === 0 ? texts.noPlans : texts.plansHint}
        options={plans}
      />
      <DateField {...form.field('heldOn')} label={fields.heldOn} />
      <TextField {...form.field('scenario')} label={fields.scenario} />
      <NumberField {...form.field('participants')} label={fields.participants} />
      <TextField
        {...form.field('attendees')}
        label={fields.attendees}
        hint={texts.attendeesHint}
        isOptional
      />
      <TextArea {...form.field('findings')} label={fields.findings} maxLength={4000} isOptional />
      <TextArea
        {...form.field('measures')}
        label={fields.measures}
        hint={texts.measuresHint}
        maxLength={4000}
        isOptional
      />
      <Checkbox {...form.field('restoreTried')} label={texts.restoreLabel} />
      <TextField
        {...form.field('caseReference')}
        label={fields.caseReference}
        hint={texts.caseHint}
        isOptional
      />
    </>
  );
}
