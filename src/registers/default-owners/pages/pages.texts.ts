import type { Texts } from '../../../kernel/texts.ts';
import { ownerPagesTextsEn } from './owner-pages.texts.en.ts';
import { ownerPagesTextsSv } from './owner-pages.texts.sv.ts';

export const ownerPagesTexts: Texts<typeof ownerPagesTextsSv> = {
  sv: ownerPagesTextsSv,
  en: ownerPagesTextsEn,
};
