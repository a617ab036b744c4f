import type { Texts } from '../kernel/texts.ts';
import { offlineTextsEn } from './offline.texts.en.ts';
import { offlineTextsSv } from './offline.texts.sv.ts';

export const offlineTexts: Texts<typeof offlineTextsSv> = { sv: offlineTextsSv, en: offlineTextsEn };
