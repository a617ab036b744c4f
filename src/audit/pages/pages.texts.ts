import type { Texts } from '../../kernel/texts.ts';
import { logPagesTextsEn } from './log-pages.texts.en.ts';
import { logPagesTextsSv } from './log-pages.texts.sv.ts';

export const logPagesTexts: Texts<typeof logPagesTextsSv> = { sv: logPagesTextsSv, en: logPagesTextsEn };
