import type { Texts } from '../../../kernel/texts.ts';
import { incidentPagesTextsEn } from './incident-pages.texts.en.ts';
import { incidentPagesTextsSv } from './incident-pages.texts.sv.ts';
import { mailIntakePagesTextsEn } from './mail-intake-pages.texts.en.ts';
import { mailIntakePagesTextsSv } from './mail-intake-pages.texts.sv.ts';

export const incidentPagesTexts: Texts<typeof incidentPagesTextsSv> = {
  sv: incidentPagesTextsSv,
  en: incidentPagesTextsEn,
};

export const mailIntakePagesTexts: Texts<typeof mailIntakePagesTextsSv> = {
  sv: mailIntakePagesTextsSv,
  en: mailIntakePagesTextsEn,
};
