import type { Texts } from '../kernel/texts.ts';
import { mailTextsEn } from './mail.texts.en.ts';
import { mailTextsSv } from './mail.texts.sv.ts';

export const mailTexts: Texts<typeof mailTextsSv> = { sv: mailTextsSv, en: mailTextsEn };
