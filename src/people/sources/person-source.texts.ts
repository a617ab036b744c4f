import type { Texts } from '../../kernel/texts.ts';
import { personSourceTextsEn } from './person-source.texts.en.ts';
import { personSourceTextsSv } from './person-source.texts.sv.ts';

export const personSourceTexts: Texts<typeof personSourceTextsSv> = {
  sv: personSourceTextsSv,
  en: personSourceTextsEn,
};
