import type { Texts } from '../../kernel/texts.ts';
import { loggingTextsEn } from './logging.texts.en.ts';
import { loggingTextsSv } from './logging.texts.sv.ts';

export const loggingTexts: Texts<typeof loggingTextsSv> = { sv: loggingTextsSv, en: loggingTextsEn };
