import { kernelTextsEn } from './kernel.texts.en.ts';
import { kernelTextsSv } from './kernel.texts.sv.ts';
import type { Texts } from './texts.ts';

export const kernelTexts: Texts<typeof kernelTextsSv> = { sv: kernelTextsSv, en: kernelTextsEn };
