import type { Texts } from '../../../kernel/texts.ts';
import { linkTextsEn } from './link.texts.en.ts';
import { linkTextsSv } from './link.texts.sv.ts';

export const linkTexts: Texts<typeof linkTextsSv> = { sv: linkTextsSv, en: linkTextsEn };
