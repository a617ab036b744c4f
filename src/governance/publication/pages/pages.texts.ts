import type { Texts } from '../../../kernel/texts.ts';
import { publicationPagesTextsEn } from './publication-pages.texts.en.ts';
import { publicationPagesTextsSv } from './publication-pages.texts.sv.ts';

export const publicationPagesTexts: Texts<typeof publicationPagesTextsSv> = {
  sv: publicationPagesTextsSv,
  en: publicationPagesTextsEn,
};
