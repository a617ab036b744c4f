import type { Texts } from '../../../kernel/texts.ts';
import { bodyTextsEn } from './body.texts.en.ts';
import { bodyTextsSv } from './body.texts.sv.ts';

export const bodyTexts: Texts<typeof bodyTextsSv> = { sv: bodyTextsSv, en: bodyTextsEn };
