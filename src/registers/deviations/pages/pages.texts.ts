import type { Texts } from '../../../kernel/texts.ts';
import { deviationPagesTextsEn } from './deviation-pages.texts.en.ts';
import { deviationPagesTextsSv } from './deviation-pages.texts.sv.ts';

export const deviationPagesTexts: Texts<typeof deviationPagesTextsSv> = {
  sv: deviationPagesTextsSv,
  en: deviationPagesTextsEn,
};
