import type { Texts } from '../../../kernel/texts.ts';
import { organisationPagesTextsEn } from './organisation-pages.texts.en.ts';
import { organisationPagesTextsSv } from './organisation-pages.texts.sv.ts';
import { reorganiseTextsEn } from './reorganise.texts.en.ts';
import { reorganiseTextsSv } from './reorganise.texts.sv.ts';

export const organisationPagesTexts: Texts<typeof organisationPagesTextsSv> = {
  sv: organisationPagesTextsSv,
  en: organisationPagesTextsEn,
};
export const reorganiseTexts: Texts<typeof reorganiseTextsSv> = {
  sv: reorganiseTextsSv,
  en: reorganiseTextsEn,
};
