import type { Texts } from '../kernel/texts.ts';
import { clauseTextsEn } from './clause.texts.en.ts';
import { clauseTextsSv } from './clause.texts.sv.ts';

export const clauseTexts: Texts<typeof clauseTextsSv> = { sv: clauseTextsSv, en: clauseTextsEn };
