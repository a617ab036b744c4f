import type { Texts } from '../../../kernel/texts.ts';
import { unitTextsEn } from './unit.texts.en.ts';
import { unitTextsSv } from './unit.texts.sv.ts';

export const unitTexts: Texts<typeof unitTextsSv> = { sv: unitTextsSv, en: unitTextsEn };
