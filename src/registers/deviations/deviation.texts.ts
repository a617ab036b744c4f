import type { Texts } from '../../kernel/texts.ts';
import { deviationTextsEn } from './deviation.texts.en.ts';
import { deviationTextsSv } from './deviation.texts.sv.ts';

export const deviationTexts: Texts<typeof deviationTextsSv> = { sv: deviationTextsSv, en: deviationTextsEn };
