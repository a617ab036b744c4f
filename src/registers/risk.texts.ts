import type { Texts } from '../kernel/texts.ts';
import { riskTextsEn } from './risk.texts.en.ts';
import { riskTextsSv } from './risk.texts.sv.ts';

export const riskTexts: Texts<typeof riskTextsSv> = { sv: riskTextsSv, en: riskTextsEn };
