import { policyTextTextsEn } from '../../governance/documents/policy-text/policy-text.texts.en.ts';
import { policyTextTextsSv } from '../../governance/documents/policy-text/policy-text.texts.sv.ts';
import type { Texts } from '../../kernel/texts.ts';
import { clausePagesTextsEn } from './clause-pages.texts.en.ts';
import { clausePagesTextsSv } from './clause-pages.texts.sv.ts';

export const clausePagesTexts: Texts<typeof clausePagesTextsSv> = {
  sv: clausePagesTextsSv,
  en: clausePagesTextsEn,
};

/** The words about what the reading of a text left over, and why a sentence asks for nothing that can be measured. */
export const policyTextTexts: Texts<typeof policyTextTextsSv> = {
  sv: policyTextTextsSv,
  en: policyTextTextsEn,
};
