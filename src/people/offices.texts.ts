import type { Texts } from '../kernel/texts.ts';
import { officeTextsEn } from './offices.texts.en.ts';
import { officeTextsSv } from './offices.texts.sv.ts';

export const officeTexts: Texts<typeof officeTextsSv> = { sv: officeTextsSv, en: officeTextsEn };
