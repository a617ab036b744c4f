import type { Texts } from '../../../kernel/texts.ts';
import { systemPagesTextsEn } from './system-pages.texts.en.ts';
import { systemPagesTextsSv } from './system-pages.texts.sv.ts';

export const systemPagesTexts: Texts<typeof systemPagesTextsSv> = {
  sv: systemPagesTextsSv,
  en: systemPagesTextsEn,
};
