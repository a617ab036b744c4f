import { dayOf } from '../../../kernel/calendar.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { type Circumstances, useForm } from '../../../ui/form-state.ts';
import { useTexts } from '../../../ui/language.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { unitTexts } from '../units/unit.texts.ts';
import { organisationPagesTexts } from './pages.texts.ts';

interface EndDialogProps {
  readonly title: string;
  /** What follows, and what is kept. */
  readonly follows: string;
  readonly version: number;
  readonly onClose: () => void;
  readonly run: (
    input: { lastDay: string; reason: string },
    circumstances: Circumstances,
  ) => Promise<unknown>;
}

/** Asks for the last day and the reason. Shown only while it is open. */
export function EndDialog({ title, follows, version, onClose, run }: EndDialogProps) {
  const texts = useTexts(organisationPagesTexts);
  const { fields } = useTexts(unitTexts);
  const form = useForm({
    initial: { lastDay: dayOf(new Date()), reason: '' },
    version,
    submit: run,
    onSaved: onClose,
  });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form
        form={form}
        submitLabel={title}
        labels={fields}
        secondary={<Button onClick={onClose}>{texts.cancel}</Button>}
      >
        <p>{follows}</p>
        <DateField {...form.field('lastDay')} label={fields.lastDay} />
        <TextArea {...form.field('reason')} label={fields.reason} hint={texts.end.reasonHint} rows={2} />
      </Form>
    </Dialog>
  );
}
