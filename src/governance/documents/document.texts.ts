import type { Texts } from '../../kernel/texts.ts';
import { documentTextsEn } from './document.texts.en.ts';
import { documentTextsSv } from './document.texts.sv.ts';

export const documentTexts: Texts<typeof documentTextsSv> = { sv: documentTextsSv, en: documentTextsEn };
