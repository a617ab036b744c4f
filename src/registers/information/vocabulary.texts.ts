import type { Texts } from '../../kernel/texts.ts';
import { vocabularyTextsEn } from './vocabulary.texts.en.ts';
import { vocabularyTextsSv } from './vocabulary.texts.sv.ts';

export const vocabularyTexts: Texts<typeof vocabularyTextsSv> = {
  sv: vocabularyTextsSv,
  en: vocabularyTextsEn,
};
