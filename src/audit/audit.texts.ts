import type { Texts } from '../kernel/texts.ts';
import { auditTextsEn } from './audit.texts.en.ts';
import { auditTextsSv } from './audit.texts.sv.ts';

export const auditTexts: Texts<typeof auditTextsSv> = { sv: auditTextsSv, en: auditTextsEn };
