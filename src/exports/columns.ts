import { type Language, pickTexts } from '../kernel/texts.ts';
import { exportTexts } from './export.texts.ts';

/** The words of a slice, and those that every file shares. */
export function words<T>(texts: Parameters<typeof pickTexts<T>>[0], language: Language) {
  return { own: pickTexts(texts, language), shared: pickTexts(exportTexts, language) };
}
/** Yes or no, as a file says it. */
export function yesNo(value: boolean, language: Language): string {
  const { yes, no } = pickTexts(exportTexts, language);
  return value ? yes : no;
}

/** What is marked secret leaves the house without saying what it is. */
export function masked(title: string, secret: boolean, language: Language): string {
  return secret ? pickTexts(exportTexts, language).masked : title;
}
