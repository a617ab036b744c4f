import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useRouterState } from '@tanstack/react-router';
import { Chevron } from '../icons.tsx';

type OpenerProps = {
  readonly label: ReactNode;
  /** A fuller name for those who only hear it. */
  readonly description?: string | undefined;
  readonly side?: 'start' | 'end';
  /** True when the page shown is one of those inside. */
  readonly isCurrent?: boolean;
  /** Lines (`li`) of the panel. */
  readonly children: ReactNode;
};

/**
 * A button that shows a list of links below itself. The disclosure pattern, not a menu: links stay links, Tab
 * walks through them, Escape shuts and returns to the button (WAI-ARIA APG, disclosure navigation).
 */
export function Opener({ label, description, side = 'start', isCurrent = false, children }: OpenerProps) {
  const [isOpen, setOpen] = useState(false);
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const path = useRouterState({ select: (state) => state.location.href });
  useEffect(() => setOpen(false), [path]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    setOpen(false);
    button.current?.focus();
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    const next = event.relatedTarget;
    if (next !== null && !event.currentTarget.contains(next)) setOpen(false);
  };
  return (
    <div className="opener" data-side={side} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className="shell-button"
        data-current={isCurrent ? '' : undefined}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        aria-label={description}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        <Chevron />
      </button>
      {isOpen ? (
        <ul className="opener-panel" id={panelId}>
          {children}
        </ul>
      ) : null}
      {isOpen ? <OutsideWatch onOutside={() => setOpen(false)} panelId={panelId} /> : null}
    </div>
  );
}

/** Shuts the panel at a press anywhere else, also where nothing takes focus. */
function OutsideWatch({ onOutside, panelId }: { readonly onOutside: () => void; readonly panelId: string }) {
  useEffect(() => {
    const watch = (event: PointerEvent) => {
      const holder = document.getElementById(panelId)?.parentElement;
      if (event.target instanceof Node && holder?.contains(event.target) !== true) onOutside();
    };
    document.addEventListener('pointerdown', watch);
    return () => document.removeEventListener('pointerdown', watch);
  }, [onOutside, panelId]);
  return null;
}
