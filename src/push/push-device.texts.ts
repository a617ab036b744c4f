import type { Texts } from '../kernel/texts.ts';
import { pushTextsEn } from './push-device.texts.en.ts';
import { pushTextsSv } from './push-device.texts.sv.ts';

export const pushTexts: Texts<typeof pushTextsSv> = { sv: pushTextsSv, en: pushTextsEn };
