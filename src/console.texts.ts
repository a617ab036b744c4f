import { consoleTextsEn } from './console.texts.en.ts';
import { consoleTextsSv } from './console.texts.sv.ts';
import type { Texts, TextsLike } from './kernel/texts.ts';

export const consoleTexts: Texts<typeof consoleTextsSv> = { sv: consoleTextsSv, en: consoleTextsEn };
export type ConsoleTexts = TextsLike<typeof consoleTextsSv>;
