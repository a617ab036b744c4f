import type { Texts } from '../kernel/texts.ts';
import { dutyTextsEn } from './duty.texts.en.ts';
import { dutyTextsSv } from './duty.texts.sv.ts';

export const dutyTexts: Texts<typeof dutyTextsSv> = { sv: dutyTextsSv, en: dutyTextsEn };
