import { exportTextsEn } from './export.texts.en.ts';
import { exportTextsSv } from './export.texts.sv.ts';

export const exportTexts = { sv: exportTextsSv, en: exportTextsEn };
