import type { Texts } from '../../../kernel/texts.ts';
import { clockPagesTextsEn } from './clock-pages.texts.en.ts';
import { clockPagesTextsSv } from './clock-pages.texts.sv.ts';

export const clockPagesTexts: Texts<typeof clockPagesTextsSv> = {
  sv: clockPagesTextsSv,
  en: clockPagesTextsEn,
};
