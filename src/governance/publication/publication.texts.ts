import type { Texts } from '../../kernel/texts.ts';
import { publicationTextsEn } from './publication.texts.en.ts';
import { publicationTextsSv } from './publication.texts.sv.ts';

export const publicationTexts: Texts<typeof publicationTextsSv> = {
  sv: publicationTextsSv,
  en: publicationTextsEn,
};
