import { useState } from 'react';
import { formatNumber, parseDay } from '../../kernel/format.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useLanguage, useTexts } from '../../ui/language.tsx';
import { Link } from '../../ui/link.tsx';
import { useAddress } from './address.ts';
import { clausePagesTexts } from './pages.texts.ts';
import type { Selection } from './policy-text.ts';

type BarProps = {
  readonly selection: Selection;
  /** How many clauses the selection marks. */
  readonly count: number;
  readonly asOf: string;
  readonly today: string;
};

const names: Readonly<Record<Selection, string | undefined>> = {
  all: undefined,
  mine: 'mina',
  failing: 'brister',
};

/** Reads the selection from the address. */
export function selectionOf(visa: string): Selection {
  return visa === 'mina' ? 'mine' : visa === 'brister' ? 'failing' : 'all';
}

/** What to mark, and for which day. Both stand in the address, so that what is shown can be linked to. */
export function PolicyBar({ selection, count, asOf, today }: BarProps) {
  const texts = useTexts(clausePagesTexts).policy;
  const language = useLanguage();
  const address = useAddress();
  const words: Readonly<Record<Selection, string>> = {
    all: texts.all,
    mine: texts.mine,
    failing: texts.failing,
  };
  return (
    <div className="policy-bar">
      <nav className="policy-filter" aria-label={texts.show}>
        <span aria-hidden="true">{texts.show}</span>
        <ul>
          {(['all', 'mine', 'failing'] as const).map((one) => (
            <li key={one}>
              <Link
                to={address.href({ visa: names[one] })}
                isReplacing
                aria-current={one === selection ? 'true' : undefined}
              >
                {words[one]}
              </Link>
            </li>
          ))}
        </ul>
        <span className="soft" role="status">
          {selection === 'all'
            ? null
            : count === 0
              ? texts.shownNone
              : texts.shownCount(formatNumber(count, language))}
        </span>
      </nav>
      <AsOf asOf={asOf} today={today} />
      <Button size="small" look="quiet" onClick={() => window.print()}>
        {texts.print}
      </Button>
    </div>
  );
}

/** A day to turn the page back to. */
function AsOf({ asOf, today }: Pick<BarProps, 'asOf' | 'today'>) {
  const texts = useTexts(clausePagesTexts).policy;
  const address = useAddress();
  const [typed, setTyped] = useState(asOf);
  const change = (value: string) => {
    setTyped(value);
    if (value === '' || value === today) address.change({ asOf: undefined });
    else if (parseDay(value) !== undefined && value < today) address.change({ asOf: value });
  };
  const isFuture = parseDay(typed) !== undefined && typed > today;
  return (
    <div className="policy-day">
      <DateField
        label={texts.day}
        hint={texts.dayHint}
        isOptional
        value={typed}
        onChange={change}
        error={isFuture ? texts.dayFuture : undefined}
      />
    </div>
  );
}
