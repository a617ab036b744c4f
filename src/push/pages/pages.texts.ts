import type { Texts } from '../../kernel/texts.ts';
import { pushPagesTextsEn } from './push-pages.texts.en.ts';
import { pushPagesTextsSv } from './push-pages.texts.sv.ts';

export const pushPagesTexts: Texts<typeof pushPagesTextsSv> = { sv: pushPagesTextsSv, en: pushPagesTextsEn };
