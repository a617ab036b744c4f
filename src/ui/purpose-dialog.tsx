import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import type { Problem } from './client.ts';
import { Dialog } from './dialog.tsx';
import './form.css';
import { useTexts } from './language.tsx';
import { Notice } from './notice.tsx';
import { TextArea } from './text-field.tsx';
import { uiTexts } from './ui.texts.ts';

const shortest = 10;
const longest = 300;

type PurposeDialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  /** A verb with its object: ”Sök i loggen”. */
  readonly confirmLabel: string;
  readonly isBusy?: boolean;
  readonly problem?: Problem | undefined;
  /** Given the purpose, trimmed and long enough. */
  readonly onPurpose: (purpose: string) => void;
  readonly onClose: () => void;
  /** What else must be answered. */
  readonly children?: ReactNode;
};

/** Asks what somebody needs information for, where the law wants it known. What she answers is written in the log. */
export function PurposeDialog({ isOpen, title, onClose, ...rest }: PurposeDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <PurposeForm {...rest} onClose={onClose} />
    </Dialog>
  );
}

function PurposeForm(props: Omit<PurposeDialogProps, 'title' | 'isOpen'>) {
  const texts = useTexts(uiTexts);
  const [purpose, setPurpose] = useState('');
  const [isTried, setTried] = useState(false);
  const told = purpose.trim();
  const isRight = told.length >= shortest && told.length <= longest;
  const { confirmLabel, isBusy = false, problem, onPurpose, onClose, children } = props;
  return (
    <form
      noValidate
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isRight) onPurpose(told);
        else setTried(true);
      }}
    >
      {problem === undefined ? null : (
        <Notice kind="danger" isNews>
          {problem.message}
        </Notice>
      )}
      {children}
      <TextArea
        label={texts.purpose}
        hint={texts.purposeHint}
        rows={3}
        maxLength={longest}
        value={purpose}
        onChange={setPurpose}
        error={isTried && !isRight ? texts.purposeWrong : undefined}
      />
      <div className="form-actions">
        <Button look="primary" type="submit" isBusy={isBusy}>
          {confirmLabel}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </div>
    </form>
  );
}
