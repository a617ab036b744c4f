import type { Texts } from '../../kernel/texts.ts';
import { informationTextsEn } from './information.texts.en.ts';
import { informationTextsSv } from './information.texts.sv.ts';

export const informationTexts: Texts<typeof informationTextsSv> = {
  sv: informationTextsSv,
  en: informationTextsEn,
};
