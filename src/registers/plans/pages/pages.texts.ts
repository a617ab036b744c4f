import type { Texts } from '../../../kernel/texts.ts';
import { binderPageTextsEn } from './binder-page.texts.en.ts';
import { binderPageTextsSv } from './binder-page.texts.sv.ts';
import { planPagesTextsEn } from './plan-pages.texts.en.ts';
import { planPagesTextsSv } from './plan-pages.texts.sv.ts';

export const planPagesTexts: Texts<typeof planPagesTextsSv> = { sv: planPagesTextsSv, en: planPagesTextsEn };

export const binderPageTexts: Texts<typeof binderPageTextsSv> = {
  sv: binderPageTextsSv,
  en: binderPageTextsEn,
};
