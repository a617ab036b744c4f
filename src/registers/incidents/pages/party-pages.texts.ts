import type { Texts } from '../../../kernel/texts.ts';
import { partyPagesTextsEn } from './party-pages.texts.en.ts';
import { partyPagesTextsSv } from './party-pages.texts.sv.ts';

export const partyPagesTexts: Texts<typeof partyPagesTextsSv> = {
  sv: partyPagesTextsSv,
  en: partyPagesTextsEn,
};
