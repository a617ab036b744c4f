import type { Texts } from '../../kernel/texts.ts';
import { calendarPagesTextsEn } from './calendar-pages.texts.en.ts';
import { calendarPagesTextsSv } from './calendar-pages.texts.sv.ts';

export const calendarPagesTexts: Texts<typeof calendarPagesTextsSv> = {
  sv: calendarPagesTextsSv,
  en: calendarPagesTextsEn,
};
