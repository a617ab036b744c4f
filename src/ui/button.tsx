import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react';
import './button.css';
import { useTexts } from './language.tsx';
import { Link } from './link.tsx';
import { usePast } from './past.ts';
import { uiTexts } from './ui.texts.ts';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'> & {
  /** A verb with its object: "Klassa informationen". */
  readonly children: ReactNode;
  readonly look?: Look;
  readonly size?: 'small' | 'normal';
  /** Why it cannot be pressed now. The button stays, can be focused, and says why. */
  readonly disabledReason?: string | undefined;
  /** True while its work is under way: a second press does nothing. */
  readonly isBusy?: boolean;
};

/** A button. Never greyed out in silence: what cannot be done has a reason beside it. */
export function Button(props: ButtonProps) {
  const { look = 'plain', size = 'normal', disabledReason, isBusy = false, onClick, type, ...rest } = props;
  const reasonId = useId();
  const isOff = isBusy || disabledReason !== undefined;
  const button = (
    <button
      {...rest}
      className="button"
      data-look={look}
      data-size={size}
      type={isOff ? 'button' : (type ?? 'button')}
      aria-disabled={isOff || undefined}
      aria-busy={isBusy || undefined}
      aria-describedby={disabledReason === undefined ? rest['aria-describedby'] : reasonId}
      onClick={isOff ? (event) => event.preventDefault() : onClick}
    />
  );
  if (disabledReason === undefined) return button;
  return (
    <span className="button-with-reason">
      {button}
      <span className="button-reason" id={reasonId}>
        {disabledReason}
      </span>
    </span>
  );
}

type LinkButtonProps = {
  readonly to: string;
  readonly children: ReactNode;
  readonly look?: Look;
  readonly size?: 'small' | 'normal';
};

/**
 * A link that looks like a button: for the primary action that leads to another page. Where the page shows how things
 * stood, one that leads to a change is off and says why.
 */
export function LinkButton({ to, children, look = 'plain', size = 'normal' }: LinkButtonProps) {
  const past = usePast();
  const texts = useTexts(uiTexts);
  if (past.asOf !== undefined && past.isChange(to)) {
    return (
      <Button size={size} disabledReason={texts.pastShown}>
        {children}
      </Button>
    );
  }
  return (
    <Link to={to} className="button" data-look={look} data-size={size}>
      {children}
    </Link>
  );
}
