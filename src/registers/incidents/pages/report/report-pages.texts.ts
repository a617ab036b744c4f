import type { Texts } from '../../../../kernel/texts.ts';
import { reportPagesTextsEasy } from './report-pages.texts.easy.ts';
import { reportPagesTextsEn } from './report-pages.texts.en.ts';
import { reportPagesTextsSv } from './report-pages.texts.sv.ts';

export const reportPagesTexts: Texts<typeof reportPagesTextsSv> = {
  sv: reportPagesTextsSv,
  en: reportPagesTextsEn,
};

/** In Swedish there is a plainer reading too. */
export const easyTexts: Texts<typeof reportPagesTextsSv> = {
  sv: reportPagesTextsEasy,
  en: reportPagesTextsEn,
};
