import type { Language } from '../kernel/texts.ts';
import { pickTexts } from '../kernel/texts.ts';
import { vocabularyTexts } from '../registers/information/vocabulary.texts.ts';
import type { Parameters } from './clause.ts';

/** The activity in a finding's parameters, in the reader's language; the code itself where it has no word. */
export function activityWord(parameters: Parameters, language: Language): string {
  return wordIn(pickTexts(vocabularyTexts, language).activities, parameters['activity']);
}

/** The carrier in a finding's parameters, in the reader's language and within a sentence. */
export function carrierWord(parameters: Parameters, language: Language): string {
  const word = wordIn(pickTexts(vocabularyTexts, language).carriers, parameters['carrier']);
  return word.startsWith('IT') ? word : word.charAt(0).toLowerCase() + word.slice(1);
}

function wordIn(words: Readonly<Record<string, string>>, code: string | number | undefined): string {
  return words[String(code)] ?? String(code);
}
