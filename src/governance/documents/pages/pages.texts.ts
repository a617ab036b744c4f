import type { Texts } from '../../../kernel/texts.ts';
import { documentPagesTextsEn } from './document-pages.texts.en.ts';
import { documentPagesTextsSv } from './document-pages.texts.sv.ts';

export const documentPagesTexts: Texts<typeof documentPagesTextsSv> = {
  sv: documentPagesTextsSv,
  en: documentPagesTextsEn,
};
