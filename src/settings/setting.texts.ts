import type { Texts } from '../kernel/texts.ts';
import { settingTextsEn } from './setting.texts.en.ts';
import { settingTextsSv } from './setting.texts.sv.ts';

export const settingTexts: Texts<typeof settingTextsSv> = { sv: settingTextsSv, en: settingTextsEn };
