import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { type Circumstances, useForm } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { demandValue, useDemandOption } from '../../deviations/pages/demand-field.tsx';
import type { ExceptionInput } from '../exception.ts';
import { exceptionTexts } from '../exception.texts.ts';
import {
  emptyApplication,
  ExceptionFields,
  exceptionInputOf,
  type ExceptionValues,
  stepsOf,
} from './exception-fields.tsx';
import { exceptionPagesTexts } from './pages.texts.ts';

export type Exception = ViewMap['exception.record']['answer'];

interface ApplicationFormProps {
  /** What the form begins with; null for nothing. */
  readonly exception: Exception | null;
  readonly version?: number;
  /** The last day proposed, where it is another than the one there is. */
  readonly endsOn?: string;
  readonly label: string;
  readonly back: string;
  readonly run: (input: ExceptionInput, circumstances: Circumstances) => Promise<{ readonly id: string }>;
}

/** The form of an application: a new one, one that is changed, or a renewal. */
export function ApplicationForm(props: ApplicationFormProps) {
  const { exception, version, label, back, run } = props;
  const texts = useTexts(exceptionPagesTexts).form;
  const go = useGo();
  const demand = useDemandOption(exception?.demand ?? null);
  const begun = exception === null ? emptyApplication : valuesOf(exception);
  const form = useForm({
    initial: props.endsOn === undefined ? begun : { ...begun, endsOn: props.endsOn },
    version,
    submit: (values: ExceptionValues, circumstances) => run(exceptionInputOf(values), circumstances),
    onSaved: ({ id }) => go(`/undantag/${id}`),
  });
  return (
    <Form
      form={form}
      submitLabel={label}
      labels={useTexts(exceptionTexts).fields}
      secondary={<LinkButton to={back}>{texts.cancel}</LinkButton>}
    >
      <ExceptionFields
        form={form}
        demand={demand}
        object={exception === null ? undefined : { value: begun.object, label: exception.objectName ?? '' }}
        unit={exception === null ? undefined : { value: exception.unitId, label: exception.unitName ?? '' }}
      />
    </Form>
  );
}

function valuesOf(exception: Exception): ExceptionValues {
  const { title, object, unitId, reason, compensation, personalData, secrecyProvisions, endsOn } = exception;
  return {
    title,
    object: `${object.register}:${object.id}`,
    sentenceId: demandValue(exception),
    unitId,
    reason,
    compensation,
    ...stepsOf(exception.riskBefore, exception.riskAfter),
    personalData,
    secrecyProvisions,
    endsOn,
  };
}
