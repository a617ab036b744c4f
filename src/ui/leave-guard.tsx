import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from './dialog.tsx';
import { useTexts } from './language.tsx';
import { uiTexts } from './ui.texts.ts';

/** Asks before a page with unsaved changes is left, by a link, the back button or the closing of the tab. */
export function LeaveGuard({ isChanged }: { readonly isChanged: boolean }) {
  const texts = useTexts(uiTexts);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      title={texts.leaveTitle}
      isOpen={blocker.status === 'blocked'}
      confirmLabel={texts.leave}
      cancelLabel={texts.stay}
      isDestructive
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      <p>{texts.leaveText}</p>
    </ConfirmDialog>
  );
}
