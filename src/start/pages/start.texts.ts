import type { Texts } from '../../kernel/texts.ts';
import { startTextsEn } from './start.texts.en.ts';
import { startTextsSv } from './start.texts.sv.ts';

export const startTexts: Texts<typeof startTextsSv> = { sv: startTextsSv, en: startTextsEn };
