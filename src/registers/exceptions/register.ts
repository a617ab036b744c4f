import { register } from '../../kernel/register.ts';
import { decide, describe, draft, end, giveOpinion, renew, submit } from './exception.actions.ts';
import { exceptionsOfUnit, moveExceptions } from './exception.store.ts';
import { exceptionTexts } from './exception.texts.ts';
import { list, record, rules } from './exception.views.ts';
import { setRule } from './exception-rule.actions.ts';
import { expire, remind } from './expiry.actions.ts';

export const exceptionRegister = register({
  name: 'exception',
  actions: [draft, describe, submit, giveOpinion, decide, end, renew, expire, remind],
  views: [list, record],
  texts: exceptionTexts,
  followers: {
    touched: async (transaction, from) =>
      (await exceptionsOfUnit(transaction, from)).map((id) => `exception:${id}`),
    follow: moveExceptions,
  },
});

const { sv, en } = exceptionTexts;

export const exceptionRuleRegister = register({
  name: 'exceptionRule',
  actions: [setRule],
  views: [rules],
  texts: { sv: { ...sv, name: sv.ruleName }, en: { ...en, name: en.ruleName } },
});
