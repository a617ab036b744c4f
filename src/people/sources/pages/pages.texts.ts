import type { Texts } from '../../../kernel/texts.ts';
import { sourcePagesTextsEn } from './source-pages.texts.en.ts';
import { sourcePagesTextsSv } from './source-pages.texts.sv.ts';

export const sourcePagesTexts: Texts<typeof sourcePagesTextsSv> = {
  sv: sourcePagesTextsSv,
  en: sourcePagesTextsEn,
};
