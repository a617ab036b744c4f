import type { Texts } from '../../kernel/texts.ts';
import { appointmentTextsEn } from './appointment.texts.en.ts';
import { appointmentTextsSv } from './appointment.texts.sv.ts';

export const appointmentTexts: Texts<typeof appointmentTextsSv> = {
  sv: appointmentTextsSv,
  en: appointmentTextsEn,
};
