import { useTexts } from '../../ui/language.tsx';
import type { Term } from '../dated.ts';
import type { ClockStart } from '../duty.ts';
import { dutyTexts } from '../duty.texts.ts';
import { dutyPagesTexts } from './pages.texts.ts';

type Shown = Pick<Term, 'unit' | 'amount'>;

/** Says how long a term is: ”24 timmar”, ”genast”. */
export function useTermWords(): (term: Shown) => string {
  const texts = useTexts(dutyPagesTexts);
  const { units } = useTexts(dutyTexts);
  return ({ unit, amount }) => {
    if (amount !== null && (unit === 'hours' || unit === 'days' || unit === 'months'))
      return texts[unit](amount);
    return units[unit];
  };
}

/** Says how long, and from what: ”Inom 24 timmar från att ni fick kännedom”. */
export function useTimeWords(): (term: Shown | null, start: ClockStart) => string {
  const texts = useTexts(dutyPagesTexts);
  const { starts } = useTexts(dutyTexts);
  const words = useTermWords();
  return (term, start) => {
    if (term === null) return texts.noTerm;
    const said = words(term);
    if (term.amount !== null) return texts.within(said, starts[start]);
    return said.charAt(0).toLocaleUpperCase('sv') + said.slice(1);
  };
}
