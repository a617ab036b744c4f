import type { Texts } from '../../../kernel/texts.ts';
import { externalPartyTextsEn } from './external-party.texts.en.ts';
import { externalPartyTextsSv } from './external-party.texts.sv.ts';

export const externalPartyTexts: Texts<typeof externalPartyTextsSv> = {
  sv: externalPartyTextsSv,
  en: externalPartyTextsEn,
};
