import type { Texts } from '../../../kernel/texts.ts';
import { rulesPageTextsEn } from './rules-page.texts.en.ts';
import { rulesPageTextsSv } from './rules-page.texts.sv.ts';

export const rulesPageTexts: Texts<typeof rulesPageTextsSv> = { sv: rulesPageTextsSv, en: rulesPageTextsEn };
