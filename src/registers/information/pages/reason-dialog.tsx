import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { type Circumstances, useForm } from '../../../ui/form-state.ts';
import { TextArea } from '../../../ui/text-field.tsx';

interface ReasonDialogProps {
  readonly title: string;
  /** The question that the reason answers. */
  readonly label: string;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly version?: number;
  readonly onClose: () => void;
  readonly run: (reason: string, circumstances: Circumstances) => Promise<unknown>;
  /** What follows, and what is kept. */
  readonly children?: ReactNode;
}

/** Asks for the reason that a step demands, and takes the step. Shown only while it is open. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, label, confirmLabel, cancelLabel, onClose, run, children } = props;
  const form = useForm({
    initial: { reason: '' },
    version: props.version,
    submit: ({ reason }, circumstances) => run(reason, circumstances),
    onSaved: onClose,
  });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {children}
      <Form
        form={form}
        submitLabel={confirmLabel}
        secondary={<Button onClick={onClose}>{cancelLabel}</Button>}
      >
        <TextArea {...form.field('reason')} label={label} rows={3} maxLength={2000} />
      </Form>
    </Dialog>
  );
}
