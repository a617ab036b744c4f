import type { Texts } from '../../../kernel/texts.ts';
import { agreementPagesTextsEn } from './agreement-pages.texts.en.ts';
import { agreementPagesTextsSv } from './agreement-pages.texts.sv.ts';

export const agreementPagesTexts: Texts<typeof agreementPagesTextsSv> = {
  sv: agreementPagesTextsSv,
  en: agreementPagesTextsEn,
};
