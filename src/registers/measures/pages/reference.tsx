import { recordPath } from '../../../clauses/pages/mend.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { measurePagesTexts } from './pages.texts.ts';

interface Shown {
  readonly register: string;
  readonly id: string;
  /** Null where the reader may not see what it is. */
  readonly name: string | null;
}

/** What a register's record is called in general: ”Avvikelse”. */
export function useRegisterWord(): (register: string) => string {
  const words: Readonly<Record<string, string>> = useTexts(measurePagesTexts).registers;
  return (register) => words[register] ?? '';
}

/** A record that another points at: its kind, and its name as a link; that it lies outside where the reader may not see it. */
export function Reference({ reference }: { readonly reference: Shown }) {
  const texts = useTexts(measurePagesTexts).record;
  const { register, id, name } = reference;
  const word = useRegisterWord()(register);
  const path = name === null ? null : recordPath(register, id);
  const shown = name ?? texts.outside;
  return (
    <>
      {word === '' ? null : `${word}: `}
      {path === null ? shown : <Link to={path}>{shown}</Link>}
    </>
  );
}
