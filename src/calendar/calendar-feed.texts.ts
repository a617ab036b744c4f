import type { Texts } from '../kernel/texts.ts';
import { calendarTextsEn } from './calendar-feed.texts.en.ts';
import { calendarTextsSv } from './calendar-feed.texts.sv.ts';

export const calendarTexts: Texts<typeof calendarTextsSv> = { sv: calendarTextsSv, en: calendarTextsEn };
