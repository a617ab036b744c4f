import type { Texts } from '../../kernel/texts.ts';
import { systemTextsEn } from './system.texts.en.ts';
import { systemTextsSv } from './system.texts.sv.ts';

export const systemTexts: Texts<typeof systemTextsSv> = { sv: systemTextsSv, en: systemTextsEn };
