import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button.tsx';
import './dialog.css';
import { Cross } from './icons.tsx';
import { useTexts } from './language.tsx';
import { uiTexts } from './ui.texts.ts';

type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly size?: 'normal' | 'wide';
  /** Buttons at the foot, the primary one first. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
};

/** A window over the page. Escape shuts it; focus goes in, stays in, and returns where it was. */
export function Dialog({ title, isOpen, onClose, size = 'normal', actions, children }: DialogProps) {
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Modal className="dialog" data-size={size}>
        <AriaDialog>
          <DialogHead title={title} onClose={onClose} />
          {children === undefined ? null : <div className="dialog-body">{children}</div>}
          {actions === undefined ? null : <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A sheet at the right edge: what lies behind a mark or a figure, without leaving the page. */
export function SideSheet({ title, isOpen, onClose, actions, children }: Omit<DialogProps, 'size'>) {
  return (
    <ModalOverlay
      className="veil"
      data-side=""
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <Modal className="side-sheet">
        <AriaDialog>
          <DialogHead title={title} onClose={onClose} />
          <div className="dialog-body">{children}</div>
          {actions === undefined ? null : <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function DialogHead({ title, onClose }: { readonly title: string; readonly onClose: () => void }) {
  const texts = useTexts(uiTexts);
  return (
    <div className="dialog-head">
      <Heading slot="title" level={2}>
        {title}
      </Heading>
      <Button look="quiet" aria-label={texts.close} onClick={onClose}>
        <Cross />
      </Button>
    </div>
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
