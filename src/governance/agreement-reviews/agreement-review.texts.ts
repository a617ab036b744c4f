import type { Texts } from '../../kernel/texts.ts';
import { agreementReviewTextsEn } from './agreement-review.texts.en.ts';
import { agreementReviewTextsSv } from './agreement-review.texts.sv.ts';

export const agreementReviewTexts: Texts<typeof agreementReviewTextsSv> = {
  sv: agreementReviewTextsSv,
  en: agreementReviewTextsEn,
};
