import type { FormState } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import { adviceTexts } from '../advice.texts.ts';
import type { SupportRole } from '../advice.ts';
import { advicePagesTexts } from './pages.texts.ts';

export interface PublishValues {
  readonly office: SupportRole | '';
  readonly question: string;
  readonly answer: string;
}

/** The form's values as the register wants them; an office not chosen is sent as it is, and the server names the field. */
export function publishedInputOf({ office, question, answer }: PublishValues) {
  return { office: office as SupportRole, question, answer };
}

/** A question and its answer, in words for everybody. */
export function PublishFields({ form }: { readonly form: FormState<PublishValues> }) {
  const { mine, publish: texts } = useTexts(advicePagesTexts);
  const { fields, roles } = useTexts(adviceTexts);
  return (
    <>
      <RadioGroup {...form.field('office')} label={fields.office} options={optionsOf(roles)} />
      <TextArea
        {...form.field('question')}
        label={mine.subject}
        hint={texts.questionHint}
        rows={2}
        maxLength={300}
      />
      <TextArea
        {...form.field('answer')}
        label={fields.answer}
        hint={texts.answerHint}
        rows={8}
        maxLength={4000}
      />
    </>
  );
}
