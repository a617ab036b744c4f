import type { Texts } from '../../kernel/texts.ts';
import { dutyPagesTextsEn } from './duty-pages.texts.en.ts';
import { dutyPagesTextsSv } from './duty-pages.texts.sv.ts';

export const dutyPagesTexts: Texts<typeof dutyPagesTextsSv> = { sv: dutyPagesTextsSv, en: dutyPagesTextsEn };
