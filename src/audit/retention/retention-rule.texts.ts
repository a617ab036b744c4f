import type { Texts } from '../../kernel/texts.ts';
import { retentionRuleTextsEn } from './retention-rule.texts.en.ts';
import { retentionRuleTextsSv } from './retention-rule.texts.sv.ts';

export const retentionRuleTexts: Texts<typeof retentionRuleTextsSv> = {
  sv: retentionRuleTextsSv,
  en: retentionRuleTextsEn,
};
