import type { Texts } from '../kernel/texts.ts';
import { uiTextsEn } from './ui.texts.en.ts';
import { uiTextsSv } from './ui.texts.sv.ts';

/** The shell's and the building blocks' texts in both languages. */
export const uiTexts: Texts<typeof uiTextsSv> = { sv: uiTextsSv, en: uiTextsEn };
