import type { Texts } from '../../../kernel/texts.ts';
import { personPagesTextsEn } from './person-pages.texts.en.ts';
import { personPagesTextsSv } from './person-pages.texts.sv.ts';

export const personPagesTexts: Texts<typeof personPagesTextsSv> = {
  sv: personPagesTextsSv,
  en: personPagesTextsEn,
};
