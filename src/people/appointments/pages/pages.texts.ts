import type { Texts } from '../../../kernel/texts.ts';
import { appointmentPagesTextsEn } from './appointment-pages.texts.en.ts';
import { appointmentPagesTextsSv } from './appointment-pages.texts.sv.ts';

export const appointmentPagesTexts: Texts<typeof appointmentPagesTextsSv> = {
  sv: appointmentPagesTextsSv,
  en: appointmentPagesTextsEn,
};
