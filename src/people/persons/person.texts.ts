import type { Texts } from '../../kernel/texts.ts';
import { personTextsEn } from './person.texts.en.ts';
import { personTextsSv } from './person.texts.sv.ts';

export const personTexts: Texts<typeof personTextsSv> = { sv: personTextsSv, en: personTextsEn };
