import type { Texts } from '../../kernel/texts.ts';
import { exceptionTextsEn } from './exception.texts.en.ts';
import { exceptionTextsSv } from './exception.texts.sv.ts';

export const exceptionTexts: Texts<typeof exceptionTextsSv> = { sv: exceptionTextsSv, en: exceptionTextsEn };
