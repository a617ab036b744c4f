import type { Texts } from '../../../kernel/texts.ts';
import { classifyTextsEn } from './classify.texts.en.ts';
import { classifyTextsSv } from './classify.texts.sv.ts';
import { informationPagesTextsEn } from './information-pages.texts.en.ts';
import { informationPagesTextsSv } from './information-pages.texts.sv.ts';

export const informationPagesTexts: Texts<typeof informationPagesTextsSv> = {
  sv: informationPagesTextsSv,
  en: informationPagesTextsEn,
};

export const classifyTexts: Texts<typeof classifyTextsSv> = { sv: classifyTextsSv, en: classifyTextsEn };
