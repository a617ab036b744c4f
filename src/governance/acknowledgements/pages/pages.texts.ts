import type { Texts } from '../../../kernel/texts.ts';
import { campaignPagesTextsEn } from './campaign-pages.texts.en.ts';
import { campaignPagesTextsSv } from './campaign-pages.texts.sv.ts';

export const campaignPagesTexts: Texts<typeof campaignPagesTextsSv> = {
  sv: campaignPagesTextsSv,
  en: campaignPagesTextsEn,
};
