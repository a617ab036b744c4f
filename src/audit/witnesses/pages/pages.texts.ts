import type { Texts } from '../../../kernel/texts.ts';
import { witnessPagesTextsEn } from './witness-pages.texts.en.ts';
import { witnessPagesTextsSv } from './witness-pages.texts.sv.ts';

export const witnessPagesTexts: Texts<typeof witnessPagesTextsSv> = {
  sv: witnessPagesTextsSv,
  en: witnessPagesTextsEn,
};
