import { dayOf } from '../../../kernel/calendar.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { appointmentTexts } from '../appointment.texts.ts';
import { appointmentPagesTexts } from './pages.texts.ts';
import type { AppointmentRecord } from './record.tsx';

type EndAppointmentProps = {
  readonly appointment: AppointmentRecord;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Asks for the last day and the reason, and says what follows. */
export function EndAppointmentDialog({ appointment, isOpen, onClose }: EndAppointmentProps) {
  const texts = useTexts(appointmentPagesTexts).end;
  return (
    <Dialog title={texts.title} isOpen={isOpen} onClose={onClose}>
      <EndForm appointment={appointment} onClose={onClose} />
    </Dialog>
  );
}

function EndForm({ appointment, onClose }: Pick<EndAppointmentProps, 'appointment' | 'onClose'>) {
  const texts = useTexts(appointmentPagesTexts);
  const { fields } = useTexts(appointmentTexts);
  const end = useAct('appointment.end');
  const form = useForm<{ lastDay: string; reason: string }, { id: string }>({
    initial: { lastDay: dayOf(new Date()), reason: '' },
    version: appointment.version,
    submit: (input, circumstances) => end.run({ id: appointment.id, input, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Form
      form={form}
      submitLabel={texts.end.submit}
      labels={fields}
      secondary={<Button onClick={onClose}>{texts.form.cancel}</Button>}
    >
      <p>{texts.end.follows(appointment.personName)}</p>
      {appointment.deputy ? null : <p>{texts.end.vacant}</p>}
      <DateField
        {...form.field('lastDay')}
        label={fields.lastDay}
        {...(appointment.state === 'coming' ? { hint: texts.end.withdraw } : {})}
      />
      <TextArea {...form.field('reason')} label={fields.reason} hint={texts.end.reasonHint} rows={2} />
    </Form>
  );
}
