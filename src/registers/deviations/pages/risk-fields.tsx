import { inSentence } from '../../../kernel/format.ts';
import type { FormState } from '../../../ui/form-state.ts';
import { FormGroup } from '../../../ui/form.tsx';
import { useTexts } from '../../../ui/language.tsx';
import { Select } from '../../../ui/select.tsx';
import { type Risk, type RiskLevel, riskLevel, riskSteps } from '../../risk.ts';
import { riskTexts } from '../../risk.texts.ts';
import { deviationPagesTexts } from './pages.texts.ts';

/** One of the four steps, as a form holds it; empty while nobody has said. */
export type Step = '' | '1' | '2' | '3' | '4';

/** A step of a risk as a form holds it. */
export function stepOf(step: number | undefined): Step {
  return step === undefined ? '' : (String(step) as Step); // 1–4, by the schema
}

/** The risk that two steps make; null while one of them is lacking. */
export function riskOf(consequence: Step, likelihood: Step): Risk | null {
  if (consequence === '' || likelihood === '') return null;
  return { consequence: Number(consequence), likelihood: Number(likelihood) };
}

type RiskFieldsProps<Name extends string> = {
  readonly form: FormState<Readonly<Record<Name, Step>>>;
  readonly title: string;
  /** Which of the form's values hold the two steps. */
  readonly consequence: Name;
  readonly likelihood: Name;
  /** What is wrong with the two together, when the server has said so. */
  readonly error?: string | undefined;
};

/** Consequence and likelihood by the municipality's scale, with the level they come to. */
export function RiskFields<Name extends string>({
  form,
  title,
  consequence,
  likelihood,
  error,
}: RiskFieldsProps<Name>) {
  const words = useTexts(riskTexts);
  const texts = useTexts(deviationPagesTexts).risk;
  const risk = riskOf(form.values[consequence], form.values[likelihood]);
  const options = (of: Readonly<Record<`step${1 | 2 | 3 | 4}`, string>>) =>
    riskSteps.map((step) => ({ value: String(step) as Step, label: `${step} – ${of[`step${step}`]}` }));
  return (
    <FormGroup title={title}>
      <Select<Step>
        {...form.field(consequence)}
        error={error}
        label={words.consequence}
        options={options(words.consequences)}
        emptyLabel={texts.choose}
      />
      <Select<Step>
        {...form.field(likelihood)}
        label={words.likelihood}
        options={options(words.likelihoods)}
        emptyLabel={texts.choose}
      />
      {risk === null ? null : (
        <p className="soft">{texts.level(inSentence(words.levels[riskLevel(risk)]))}</p>
      )}
    </FormGroup>
  );
}

/** ”Hög (9 av 16)” for a record's facts. */
export function useRiskWords(): (risk: Risk) => string {
  const words = useTexts(riskTexts);
  return (risk) => words.figure(words.levels[riskLevel(risk)], String(risk.consequence * risk.likelihood));
}

/** The word of a level. */
export function useLevelWord(): (level: RiskLevel) => string {
  const { levels } = useTexts(riskTexts);
  return (level) => levels[level];
}
