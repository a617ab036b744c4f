import type { Texts } from '../../kernel/texts.ts';
import { handlingRuleTextsEn } from './handling-rule.texts.en.ts';
import { handlingRuleTextsSv } from './handling-rule.texts.sv.ts';

export const handlingRuleTexts: Texts<typeof handlingRuleTextsSv> = {
  sv: handlingRuleTextsSv,
  en: handlingRuleTextsEn,
};
