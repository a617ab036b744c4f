import type { Texts } from '../../kernel/texts.ts';
import { mailPagesTextsEn } from './mail-pages.texts.en.ts';
import { mailPagesTextsSv } from './mail-pages.texts.sv.ts';

export const mailPagesTexts: Texts<typeof mailPagesTextsSv> = { sv: mailPagesTextsSv, en: mailPagesTextsEn };
