import type { Texts } from '../../../kernel/texts.ts';
import { retentionPagesTextsEn } from './retention-pages.texts.en.ts';
import { retentionPagesTextsSv } from './retention-pages.texts.sv.ts';

export const retentionPagesTexts: Texts<typeof retentionPagesTextsSv> = {
  sv: retentionPagesTextsSv,
  en: retentionPagesTextsEn,
};
