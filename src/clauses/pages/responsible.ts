import { officeTexts } from '../../people/offices.texts.ts';
import { useLanguage } from '../../ui/language.tsx';
import { clauseTexts } from '../clause.texts.ts';

/** Puts an office, or a body that no single person stands for, into words with a capital letter. */
export function useResponsible(): (responsible: string) => string {
  const language = useLanguage();
  const words: Readonly<Record<string, string>> = {
    ...officeTexts[language].offices,
    ...clauseTexts[language].bodies,
  };
  return (responsible) => {
    const word = words[responsible] ?? responsible;
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
}
