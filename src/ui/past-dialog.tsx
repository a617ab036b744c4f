import { useState } from 'react';
import { dayOf } from '../kernel/calendar.ts';
import { parseDay } from '../kernel/format.ts';
import { Button } from './button.tsx';
import { DateField } from './date-field.tsx';
import { Dialog } from './dialog.tsx';
import { useTexts } from './language.tsx';
import { useGo } from './link.tsx';
import { useListState } from './list-state.ts';
import { uiTexts } from './ui.texts.ts';

type PastDialogProps = {
  /** The day to begin from; '' for none. */
  readonly day: string;
  readonly onClose: () => void;
};

/** Asks for the day that the page shall be shown as of. */
export function PastDialog({ day, onClose }: PastDialogProps) {
  const texts = useTexts(uiTexts);
  const [typed, setTyped] = useState(day);
  const [isAsked, setAsked] = useState(false);
  const { href } = useListState();
  const go = useGo();
  const error =
    parseDay(typed) === undefined ? texts.dateWrong : typed > dayOf(new Date()) ? texts.dayToCome : undefined;
  const show = () => {
    setAsked(true);
    if (error !== undefined) return;
    go(href({ asOf: typed }));
    onClose();
  };
  return (
    <Dialog
      title={texts.asItWasTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="primary" onClick={show}>
            {texts.asItWasShow}
          </Button>
          <Button onClick={onClose}>{texts.cancel}</Button>
        </>
      }
    >
      <DateField
        label={texts.asItWasDay}
        hint={texts.asItWasHint}
        value={typed}
        onChange={setTyped}
        error={isAsked ? error : undefined}
      />
    </Dialog>
  );
}
