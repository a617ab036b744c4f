import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button.tsx';
import './dialog.css';
import { Cross } from './icons.tsx';
import { useTexts } from './language.tsx';
import { uiTexts } from './ui.texts.ts';

export type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly size?: 'normal' | 'wide';
  /** Buttons at the foot, the primary one first. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
};

/** The window of `Dialog`. */
export function DialogWindow({ title, isOpen, onClose, size = 'normal', actions, children }: DialogProps) {
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

/** The sheet of `SideSheet`. */
export function SheetWindow({ title, isOpen, onClose, actions, children }: Omit<DialogProps, 'size'>) {
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
