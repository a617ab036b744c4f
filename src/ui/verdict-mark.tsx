import type { ReactNode } from 'react';
import { formatShare } from '../kernel/format.ts';
import { useLanguage, useTexts } from './language.tsx';
import { Link } from './link.tsx';
import { uiTexts } from './ui.texts.ts';
import './verdict-mark.css';

/** How far a demand is met. */
export type Verdict = 'met' | 'partly' | 'not_met' | 'undetermined' | 'not_applicable' | 'not_in_force';

type Shape = Verdict | 'overdue';

const words = {
  met: 'verdictMet',
  partly: 'verdictPartly',
  not_met: 'verdictNotMet',
  undetermined: 'verdictUndetermined',
  not_applicable: 'verdictNotApplicable',
  not_in_force: 'verdictNotInForce',
  overdue: 'overdue',
} as const satisfies Record<Shape, string>;

// Drawn, not typed: the signs ● ◐ ○ are missing from many typefaces and differ in size where they exist.
const shapes: Record<Shape, ReactNode> = {
  met: <circle cx="7" cy="7" r="6.5" fill="currentColor" />,
  partly: (
    <>
      <circle cx="7" cy="7" r="5.7" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M7 1.3a5.7 5.7 0 0 0 0 11.4z" fill="currentColor" />
    </>
  ),
  not_met: <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  undetermined: (
    <path
      d="M4 4.4a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.1-1.5 2.2M7 11.7v1"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
    />
  ),
  not_applicable: <path d="M1.5 7h11" stroke="currentColor" strokeWidth="1.8" />,
  not_in_force: <circle cx="7" cy="7" r="2" fill="currentColor" />,
  overdue: <path d="M7 1.2 13.2 12.5H.8z" fill="currentColor" />,
};

type MarkProps = {
  readonly verdict: Shape;
  /** True where the word stands elsewhere beside it; it is then only read out. */
  readonly isBare?: boolean;
};

/** A verdict as shape, word and colour at once; never by colour alone. `overdue` is for what a clock has passed. */
export function VerdictMark({ verdict, isBare = false }: MarkProps) {
  const texts = useTexts(uiTexts);
  return (
    <span className="mark" data-verdict={verdict}>
      <svg viewBox="0 0 14 14" aria-hidden="true" focusable="false">
        {shapes[verdict]}
      </svg>
      <span className={isBare ? 'visually-hidden' : undefined}>{texts[words[verdict]]}</span>
    </span>
  );
}

type ShareFigureProps = {
  readonly numerator: number;
  readonly denominator: number;
  /** The rows behind the figure. Every figure leads to its rows. */
  readonly to: string;
  /** What is counted, for those who only hear the link: "informationsmängder med klass". */
  readonly label: string;
};

/** `163 av 180`, a link to the rows behind it. */
export function ShareFigure({ numerator, denominator, to, label }: ShareFigureProps) {
  const language = useLanguage();
  return (
    <Link className="share" to={to}>
      {formatShare(numerator, denominator, language)}
      <span className="visually-hidden"> {label}</span>
    </Link>
  );
}

/** A short word about a record's state, such as "i drift". */
export function Tag({ children }: { readonly children: ReactNode }) {
  return <span className="tag">{children}</span>;
}
