import type { Texts } from '../../kernel/texts.ts';
import { settingPagesTextsEn } from './setting-pages.texts.en.ts';
import { settingPagesTextsSv } from './setting-pages.texts.sv.ts';

export const settingPagesTexts: Texts<typeof settingPagesTextsSv> = {
  sv: settingPagesTextsSv,
  en: settingPagesTextsEn,
};
