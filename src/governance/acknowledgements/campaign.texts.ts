import type { Texts } from '../../kernel/texts.ts';
import { campaignTextsEn } from './campaign.texts.en.ts';
import { campaignTextsSv } from './campaign.texts.sv.ts';

export const campaignTexts: Texts<typeof campaignTextsSv> = { sv: campaignTextsSv, en: campaignTextsEn };
