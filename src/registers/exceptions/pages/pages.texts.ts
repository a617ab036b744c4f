import type { Texts } from '../../../kernel/texts.ts';
import { exceptionPagesTextsEn } from './exception-pages.texts.en.ts';
import { exceptionPagesTextsSv } from './exception-pages.texts.sv.ts';

export const exceptionPagesTexts: Texts<typeof exceptionPagesTextsSv> = {
  sv: exceptionPagesTextsSv,
  en: exceptionPagesTextsEn,
};
