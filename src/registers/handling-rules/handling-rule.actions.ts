import { action } from '../../kernel/action.ts';
import { Fields, Reason } from '../../kernel/schema.ts';
import { defaultRules } from './default-rules.ts';
import { handlingRuleAccess } from './handling-rule.access.ts';
import { loadRule, loadRules, saveRules } from './handling-rule.store.ts';
import { restoreDefaultRules, ruleInput, setRefusals, setRule } from './handling-rule.ts';

export const set = action({
  name: 'handlingRule.set',
  on: 'register',
  permission: handlingRuleAccess.set,
  readable: handlingRuleAccess.read,
  input: ruleInput,
  refusals: [...setRefusals, 'versionMoved'],
  // Two filled the same empty cell at once: the other's rule stands, and is shown at the next look.
  constraints: { handling_rule_once: 'versionMoved' },
  load: async (transaction, { input }) => ({ before: await loadRule(transaction, input) }),
  keys: () => ({}),
  decide: ({ before }, input, circumstances) => setRule(before, input, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveRules(transaction, [next], stamp);
    return { id: next.id, version: next.version };
  },
});

export const restoreDefault = action({
  name: 'handlingRule.restoreDefault',
  on: 'register',
  permission: handlingRuleAccess.set,
  readable: handlingRuleAccess.read,
  input: Fields({ reason: Reason() }),
  refusals: ['nothingChanged'],
  load: (transaction) => loadRules(transaction),
  keys: () => ({}),
  decide: (before, input, circumstances) =>
    restoreDefaultRules(before, defaultRules, input.reason, circumstances),
  save: async (transaction, _before, next, stamp) => {
    await saveRules(transaction, next, stamp);
    return { changed: next.length };
  },
});
