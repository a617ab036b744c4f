import type { Texts } from '../../kernel/texts.ts';
import { defaultOwnerTextsEn } from './default-owner.texts.en.ts';
import { defaultOwnerTextsSv } from './default-owner.texts.sv.ts';

export const defaultOwnerTexts: Texts<typeof defaultOwnerTextsSv> = {
  sv: defaultOwnerTextsSv,
  en: defaultOwnerTextsEn,
};
