import type { Texts } from '../../kernel/texts.ts';
import { adviceTextsEn } from './advice.texts.en.ts';
import { adviceTextsSv } from './advice.texts.sv.ts';

export const adviceTexts: Texts<typeof adviceTextsSv> = { sv: adviceTextsSv, en: adviceTextsEn };
