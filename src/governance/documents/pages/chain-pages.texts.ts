import type { Texts } from '../../../kernel/texts.ts';
import { chainPagesTextsEn } from './chain-pages.texts.en.ts';
import { chainPagesTextsSv } from './chain-pages.texts.sv.ts';

export const chainPagesTexts: Texts<typeof chainPagesTextsSv> = {
  sv: chainPagesTextsSv,
  en: chainPagesTextsEn,
};
