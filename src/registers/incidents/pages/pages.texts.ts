import type { Texts } from '../../../kernel/texts.ts';
import { incidentPagesTextsEn } from './incident-pages.texts.en.ts';
import { incidentPagesTextsSv } from './incident-pages.texts.sv.ts';

export const incidentPagesTexts: Texts<typeof incidentPagesTextsSv> = {
  sv: incidentPagesTextsSv,
  en: incidentPagesTextsEn,
};
