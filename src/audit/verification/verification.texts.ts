import type { Texts } from '../../kernel/texts.ts';
import { verificationTextsEn } from './verification.texts.en.ts';
import { verificationTextsSv } from './verification.texts.sv.ts';

export const verificationTexts: Texts<typeof verificationTextsSv> = {
  sv: verificationTextsSv,
  en: verificationTextsEn,
};
