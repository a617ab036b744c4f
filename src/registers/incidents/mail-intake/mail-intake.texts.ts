import type { Texts } from '../../../kernel/texts.ts';
import { mailIntakeTextsEn } from './mail-intake.texts.en.ts';
import { mailIntakeTextsSv } from './mail-intake.texts.sv.ts';

export const mailIntakeTexts: Texts<typeof mailIntakeTextsSv> = {
  sv: mailIntakeTextsSv,
  en: mailIntakeTextsEn,
};
