import { lazy, type ReactNode, Suspense } from 'react';
import { Button } from './button.tsx';
import type { DialogProps } from './dialog-window.tsx';
import './dialog.css';
import { useTexts } from './language.tsx';
import { uiTexts } from './ui.texts.ts';

// What keeps the focus in a window is a quarter of a page's weight, and most who look at a page open none.
const DialogWindow = lazy(async () => ({ default: (await import('./dialog-window.tsx')).DialogWindow }));
const SheetWindow = lazy(async () => ({ default: (await import('./dialog-window.tsx')).SheetWindow }));

/** A window over the page. Escape shuts it; focus goes in, stays in, and returns where it was. */
export function Dialog(props: DialogProps) {
  if (!props.isOpen) return null;
  return (
    <Suspense fallback={null}>
      <DialogWindow {...props} />
    </Suspense>
  );
}

/** A sheet at the right edge: what lies behind a mark or a figure, without leaving the page. */
export function SideSheet(props: Omit<DialogProps, 'size'>) {
  if (!props.isOpen) return null;
  return (
    <Suspense fallback={null}>
      <SheetWindow {...props} />
    </Suspense>
  );
}

type ConfirmDialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  /** A verb with its object: "Avsluta systemet". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly isDestructive?: boolean;
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** What follows, and what is kept. */
  readonly children?: ReactNode;
};

/** Asks before something that is hard to undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const texts = useTexts(uiTexts);
  const {
    title,
    isOpen,
    confirmLabel,
    cancelLabel,
    isDestructive = false,
    isBusy = false,
    onConfirm,
    onClose,
  } = props;
  const actions = (
    <>
      <Button look={isDestructive ? 'danger' : 'primary'} isBusy={isBusy} onClick={onConfirm}>
        {confirmLabel}
      </Button>
      <Button onClick={onClose}>{cancelLabel ?? texts.cancel}</Button>
    </>
  );
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} actions={actions}>
      {props.children}
    </Dialog>
  );
}
