import type { Texts } from '../../kernel/texts.ts';
import { measureTextsEn } from './measure.texts.en.ts';
import { measureTextsSv } from './measure.texts.sv.ts';

export const measureTexts: Texts<typeof measureTextsSv> = { sv: measureTextsSv, en: measureTextsEn };
