import type { Texts } from '../../../kernel/texts.ts';
import { advicePagesTextsEn } from './advice-pages.texts.en.ts';
import { advicePagesTextsSv } from './advice-pages.texts.sv.ts';

export const advicePagesTexts: Texts<typeof advicePagesTextsSv> = {
  sv: advicePagesTextsSv,
  en: advicePagesTextsEn,
};
