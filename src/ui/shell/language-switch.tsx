import { useQueryClient } from '@tanstack/react-query';
import { type Language, languages } from '../../kernel/texts.ts';
import { useLanguageState, useTexts } from '../language.tsx';
import { uiTexts } from '../ui.texts.ts';

const names: Record<Language, { short: string; full: string }> = {
  sv: { short: 'Sv', full: 'Svenska' },
  en: { short: 'En', full: 'English' },
};

/** Sv | En, on every page. What the server puts into words is asked for anew in the language chosen. */
export function LanguageSwitch() {
  const { language, choose } = useLanguageState();
  const texts = useTexts(uiTexts);
  const queryClient = useQueryClient();
  const change = (next: Language) => {
    choose(next);
    void queryClient.invalidateQueries();
  };
  return (
    <ul className="language-switch" aria-label={texts.language}>
      {languages.map((one) => (
        <li key={one}>
          <button type="button" lang={one} aria-pressed={one === language} onClick={() => change(one)}>
            <span aria-hidden="true">{names[one].short}</span>
            <span className="visually-hidden">{names[one].full}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
