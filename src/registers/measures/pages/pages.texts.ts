import type { Texts } from '../../../kernel/texts.ts';
import { measurePagesTextsEn } from './measure-pages.texts.en.ts';
import { measurePagesTextsSv } from './measure-pages.texts.sv.ts';

export const measurePagesTexts: Texts<typeof measurePagesTextsSv> = {
  sv: measurePagesTextsSv,
  en: measurePagesTextsEn,
};
