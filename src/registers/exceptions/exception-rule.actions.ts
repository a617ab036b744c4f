import { action } from '../../kernel/action.ts';
import { exceptionRules, saveRule } from './deciding.store.ts';
import { exceptionRuleAccess } from './exception.access.ts';
import { ruleInput, setExceptionRule } from './exception-rule.ts';

export const setRule = action({
  name: 'exceptionRule.set',
  on: 'register',
  permission: exceptionRuleAccess.set,
  readable: exceptionRuleAccess.read,
  input: ruleInput,
  refusals: ['nothingChanged'],
  load: async (transaction, { input }) => {
    const rules = await exceptionRules(transaction);
    return { rule: rules.find((rule) => rule.risk === input.risk) ?? null };
  },
  keys: () => ({}),
  decide: ({ rule }, input, circumstances) => setExceptionRule(rule, input, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveRule(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});
