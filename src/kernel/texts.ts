/** The languages every text of the product exists in. Swedish is the installation's default. */
export type Language = 'sv' | 'en';

/** All languages, in the order the switch shows them. */
export const languages: readonly Language[] = ['sv', 'en'];

/**
 * The shape of a set of texts in another language: the same keys, a string for a string, and for a
 * function one with the same parameters, a group of texts for a group. A missing or surplus text does not compile.
 */
export type TextsLike<T> = {
  readonly [Key in keyof T]: T[Key] extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : T[Key] extends string
      ? string
      : TextsLike<T[Key]>;
};

/** One slice's texts in both languages. */
export type Texts<T> = { readonly sv: T; readonly en: TextsLike<T> };

/** The texts in the language asked for. The Swedish set decides the type, the English set must match it. */
export function pickTexts<T>(texts: Texts<T>, language: Language): TextsLike<T> {
  // Swedish is assignable by construction: its own keys, its own parameters. TypeScript cannot see that
  // for an open T.
  return language === 'sv' ? (texts.sv as TextsLike<T>) : texts.en;
}

/** Reads a language from outside (cookie, header, setting); anything unknown is undefined. */
export function parseLanguage(value: string | undefined): Language | undefined {
  return value === 'sv' || value === 'en' ? value : undefined;
}
