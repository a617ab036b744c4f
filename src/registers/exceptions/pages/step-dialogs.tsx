import { officeTexts } from '../../../people/offices.texts.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { optionsOf, someOptions } from '../../information/pages/options.ts';
import { ReasonDialog } from '../../information/pages/reason-dialog.tsx';
import type { OpinionOffice, Stance } from '../exception-steps.ts';
import { exceptionTexts } from '../exception.texts.ts';
import type { Exception } from './apply.tsx';
import { exceptionPagesTexts } from './pages.texts.ts';

export type StepName = 'giveOpinion' | 'decide' | 'end';
type StepProps = { readonly exception: Exception; readonly onClose: () => void };

/** The window in which a step is taken. */
export function StepDialog({ step, ...props }: StepProps & { readonly step: StepName }) {
  switch (step) {
    case 'giveOpinion':
      return <OpinionDialog {...props} />;
    case 'decide':
      return <DecideDialog {...props} />;
    case 'end':
      return <EndDialog {...props} />;
  }
}

function useWords() {
  const { form, record } = useTexts(exceptionPagesTexts);
  return { cancel: form.cancel, texts: record, words: useTexts(exceptionTexts) };
}

function OpinionDialog({ exception, onClose }: StepProps) {
  const { texts, words, cancel } = useWords();
  const { offices } = useTexts(officeTexts);
  const give = useAct('exception.giveOpinion');
  const { id, version, mayOpineAs } = exception;
  const initial: {
    readonly office: OpinionOffice | '';
    readonly stance: Stance | '';
    readonly text: string;
  } = { office: mayOpineAs[0] ?? '', stance: '', text: '' };
  const form = useForm({
    initial,
    version,
    submit: ({ office, stance, text }, circumstances) =>
      give.run({
        id,
        // Empty where nobody has answered, and then the server names the field.
        input: { office: office as OpinionOffice, stance: stance as Stance, text },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.giveOpinion} isOpen onClose={onClose}>
      <Form form={form} submitLabel={texts.save} secondary={<Button onClick={onClose}>{cancel}</Button>}>
        {mayOpineAs.length > 1 ? (
          <Select<OpinionOffice>
            {...form.field('office')}
            label={words.fields.office}
            options={someOptions(mayOpineAs, offices)}
          />
        ) : null}
        <RadioGroup<Stance>
          {...form.field('stance')}
          label={words.fields.stance}
          options={optionsOf(words.stances)}
        />
        <TextArea {...form.field('text')} label={words.fields.text} rows={5} maxLength={4000} />
      </Form>
    </Dialog>
  );
}

interface DecideValues {
  readonly granted: 'yes' | 'no' | '';
  readonly decision: string;
  readonly conditions: string;
  readonly validFrom: string;
  readonly endsOn: string;
}

/** The decision as the action wants it: terms belong to what is granted alone. */
function decisionOf({ granted, decision, conditions, validFrom, endsOn }: DecideValues) {
  const isGranted = granted === 'yes';
  return {
    granted: isGranted,
    decision,
    conditions: isGranted ? conditions : '',
    validFrom: isGranted && validFrom !== '' ? validFrom : null,
    endsOn: isGranted && endsOn !== '' ? endsOn : null,
  };
}

function DecideDialog({ exception, onClose }: StepProps) {
  const { texts, words, cancel } = useWords();
  const decide = useAct('exception.decide');
  const { id, version, endsOn } = exception;
  const initial: DecideValues = { granted: 'yes', decision: '', conditions: '', validFrom: '', endsOn };
  const form = useForm({
    initial,
    version,
    submit: (values, circumstances) => decide.run({ id, input: decisionOf(values), ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.decide} isOpen onClose={onClose}>
      <Form
        form={form}
        submitLabel={texts.saveDecision}
        secondary={<Button onClick={onClose}>{cancel}</Button>}
      >
        <RadioGroup<DecideValues['granted']>
          {...form.field('granted')}
          label={words.fields.granted}
          options={[
            { value: 'yes', label: texts.grant },
            { value: 'no', label: texts.refuse },
          ]}
        />
        <TextArea {...form.field('decision')} label={words.fields.decision} rows={4} maxLength={2000} />
        {form.values.granted === 'yes' ? (
          <>
            <TextArea
              {...form.field('conditions')}
              label={words.fields.conditions}
              rows={3}
              maxLength={4000}
              isOptional
            />
            <DateField
              {...form.field('validFrom')}
              label={words.fields.validFrom}
              hint={texts.validFromHint}
              isOptional
            />
            <DateField
              {...form.field('endsOn')}
              label={words.fields.endsOn}
              hint={texts.mostMonths(String(exception.longestMonths))}
            />
          </>
        ) : null}
      </Form>
    </Dialog>
  );
}

function EndDialog({ exception, onClose }: StepProps) {
  const { texts, cancel } = useWords();
  const end = useAct('exception.end');
  const { id, version } = exception;
  return (
    <ReasonDialog
      title={texts.end}
      label={texts.endReason}
      confirmLabel={texts.end}
      cancelLabel={cancel}
      version={version}
      onClose={onClose}
      run={(reason, circumstances) => end.run({ id, version, input: { reason }, ...circumstances })}
    >
      <p>{texts.endText}</p>
    </ReasonDialog>
  );
}
