import type { Texts } from '../../kernel/texts.ts';
import { planTextsEn } from './plan.texts.en.ts';
import { planTextsSv } from './plan.texts.sv.ts';

export const planTexts: Texts<typeof planTextsSv> = { sv: planTextsSv, en: planTextsEn };
