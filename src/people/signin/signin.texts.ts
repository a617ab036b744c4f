import type { Texts } from '../../kernel/texts.ts';
import { signinTextsEn } from './signin.texts.en.ts';
import { signinTextsSv } from './signin.texts.sv.ts';

export const signinTexts: Texts<typeof signinTextsSv> = { sv: signinTextsSv, en: signinTextsEn };
