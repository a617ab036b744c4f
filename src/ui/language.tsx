import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { type Language, parseLanguage, pickTexts, type Texts, type TextsLike } from '../kernel/texts.ts';

const cookieName = 'varna_language';
const yearInSeconds = 31_536_000;

type LanguageState = {
  readonly language: Language;
  /** Whether the person has chosen, rather than being given the installation's language. */
  readonly isChosen: boolean;
  readonly choose: (language: Language) => void;
  readonly adopt: (language: Language) => void;
};

const LanguageContext = createContext<LanguageState | undefined>(undefined);

/** The language the person has chosen in this browser, or undefined. */
function readLanguageCookie(): Language | undefined {
  const entry = document.cookie.split('; ').find((part) => part.startsWith(`${cookieName}=`));
  return parseLanguage(entry?.slice(cookieName.length + 1));
}

/** Keeps the language of the page: `<html lang>`, the cookie `varna_language`, and the words of all texts. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, setChosen] = useState(readLanguageCookie);
  const [given, setGiven] = useState<Language>('sv');
  const language = chosen ?? given;

  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const choose = useCallback((next: Language) => {
    document.cookie = `${cookieName}=${next}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax`;
    // At once, not at the next drawing: requests sent meanwhile read it.
    document.documentElement.lang = next;
    setChosen(next);
  }, []);

  const state = useMemo(
    () => ({ language, isChosen: chosen !== undefined, choose, adopt: setGiven }),
    [language, chosen, choose],
  );
  return (
    <LanguageContext value={state}>
      <I18nProvider locale={language === 'sv' ? 'sv-SE' : 'en-GB'}>{children}</I18nProvider>
    </LanguageContext>
  );
}

/** The language's whole state, for the switch and the session; pages need only `useLanguage`. */
export function useLanguageState(): LanguageState {
  const state = useContext(LanguageContext);
  if (state === undefined) throw new Error('useLanguage is used outside LanguageProvider');
  return state;
}

/** The language the page is shown in. */
export function useLanguage(): Language {
  return useLanguageState().language;
}

/** A slice's texts in the language the page is shown in. */
export function useTexts<T>(texts: Texts<T>): TextsLike<T> {
  return pickTexts(texts, useLanguage());
}
