import { addMonths, dayOf } from '../../../kernel/calendar.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { ReasonDialog } from '../../information/pages/reason-dialog.tsx';
import { deviationTexts } from '../deviation.texts.ts';
import { deviationPagesTexts } from './pages.texts.ts';

type Deviation = ViewMap['deviation.record']['answer'];
export type StepName = 'decide' | 'close' | 'reopen';
type StepProps = { readonly deviation: Deviation; readonly onClose: () => void };

/** The window in which a step is taken. */
export function StepDialog({ step, ...props }: StepProps & { readonly step: StepName }) {
  switch (step) {
    case 'decide':
      return <DecideDialog {...props} />;
    case 'close':
      return <CloseDialog {...props} />;
    case 'reopen':
      return <ReopenDialog {...props} />;
  }
}

function useWords() {
  const { form, record } = useTexts(deviationPagesTexts);
  return { cancel: form.cancel, texts: record, fields: useTexts(deviationTexts).fields };
}

/** How far ahead (months) a follow-up is proposed. */
const followUpAhead = 3;

function DecideDialog({ deviation, onClose }: StepProps) {
  const { texts, fields, cancel } = useWords();
  const decide = useAct('deviation.decide');
  const { id, version, decision, followUpOn } = deviation;
  const form = useForm({
    initial: { decision, followUpOn: followUpOn ?? addMonths(dayOf(new Date()), followUpAhead) },
    version,
    submit: (input, circumstances) => decide.run({ id, input, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.decide} isOpen onClose={onClose}>
      <p>{texts.decideLead}</p>
      <Form form={form} submitLabel={texts.save} secondary={<Button onClick={onClose}>{cancel}</Button>}>
        <TextArea {...form.field('decision')} label={fields.decision} rows={5} maxLength={4000} />
        <DateField {...form.field('followUpOn')} label={fields.followUpOn} />
      </Form>
    </Dialog>
  );
}

function CloseDialog({ deviation, onClose }: StepProps) {
  const { texts, fields, cancel } = useWords();
  const close = useAct('deviation.close');
  const { id, version } = deviation;
  const form = useForm({
    initial: { outcome: '' },
    version,
    submit: (input, circumstances) => close.run({ id, input, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.close} isOpen onClose={onClose}>
      <p>{texts.closeLead}</p>
      <Form form={form} submitLabel={texts.close} secondary={<Button onClick={onClose}>{cancel}</Button>}>
        <TextArea {...form.field('outcome')} label={fields.outcome} rows={5} maxLength={4000} />
      </Form>
    </Dialog>
  );
}

function ReopenDialog({ deviation, onClose }: StepProps) {
  const { texts, cancel } = useWords();
  const reopen = useAct('deviation.reopen');
  const { id, version } = deviation;
  return (
    <ReasonDialog
      title={texts.reopen}
      label={texts.reopenReason}
      confirmLabel={texts.reopen}
      cancelLabel={cancel}
      version={version}
      onClose={onClose}
      run={(reason, circumstances) => reopen.run({ id, version, input: { reason }, ...circumstances })}
    />
  );
}
