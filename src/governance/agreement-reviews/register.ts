import { register } from '../../kernel/register.ts';
import { describe, end, register as registerAction, review } from './agreement-review.actions.ts';
import { agreementsOfUnit, moveAgreements } from './agreement-review.store.ts';
import { agreementReviewTexts } from './agreement-review.texts.ts';
import { demands, list, record } from './agreement-review.views.ts';

export const agreementReviewRegister = register({
  name: 'agreementReview',
  actions: [registerAction, describe, review, end],
  views: [list, record, demands],
  texts: agreementReviewTexts,
  followers: {
    touched: async (transaction, from) =>
      (await agreementsOfUnit(transaction, from)).map((id) => `agreementReview:${id}`),
    follow: moveAgreements,
  },
});
