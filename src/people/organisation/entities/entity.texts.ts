import type { Texts } from '../../../kernel/texts.ts';
import { entityTextsEn } from './entity.texts.en.ts';
import { entityTextsSv } from './entity.texts.sv.ts';

export const entityTexts: Texts<typeof entityTextsSv> = { sv: entityTextsSv, en: entityTextsEn };
