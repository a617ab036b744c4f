import type { Texts } from '../../kernel/texts.ts';
import { incidentTextsEn } from './incident.texts.en.ts';
import { incidentTextsSv } from './incident.texts.sv.ts';

export const incidentTexts: Texts<typeof incidentTextsSv> = { sv: incidentTextsSv, en: incidentTextsEn };
