import type { Texts } from '../../kernel/texts.ts';
import { witnessTextsEn } from './witness.texts.en.ts';
import { witnessTextsSv } from './witness.texts.sv.ts';

export const witnessTexts: Texts<typeof witnessTextsSv> = { sv: witnessTextsSv, en: witnessTextsEn };
