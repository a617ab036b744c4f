import { action } from '../../kernel/action.ts';
import { Fields, Reason } from '../../kernel/schema.ts';
import { retentionRuleAccess } from './retention-rule.access.ts';
import { insertRule, loadRule, updateRule } from './retention-rule.store.ts';
import {
  decideRule,
  endRule,
  type RetentionRule,
  ruleInput,
  setRule,
  termInput,
  termRefusals,
} from './retention-rule.ts';

const permission = retentionRuleAccess.edit;
const readable = retentionRuleAccess.read;
const keys = () => ({});
const version = (row: RetentionRule) => row.version;
const show = (row: RetentionRule) => row;
const answerOf = (row: RetentionRule) => ({ id: row.id, version: row.version });

export const decide = action({
  name: 'retentionRule.decide',
  on: 'register',
  permission,
  readable,
  input: ruleInput,
  refusals: [...termRefusals, 'familyTaken'],
  constraints: { retention_rule_family: 'familyTaken' },
  load: () => Promise.resolve({}),
  keys,
  decide: (_none, input, circumstances) => decideRule(input, circumstances),
  save: async (transaction, _none, next, stamp) => {
    await insertRule(transaction, next, stamp);
    return answerOf(next);
  },
});

export const set = action({
  name: 'retentionRule.set',
  on: 'record',
  permission,
  readable,
  input: termInput,
  refusals: [...termRefusals, 'ended', 'nothingChanged'],
  load: (transaction, { id }) => loadRule(transaction, id),
  keys,
  version,
  show,
  decide: setRule,
  save: async (transaction, _row, next, stamp) => {
    await updateRule(transaction, next, stamp);
    return answerOf(next);
  },
});

export const end = action({
  name: 'retentionRule.end',
  on: 'record',
  permission,
  readable,
  input: Fields({ reason: Reason() }),
  refusals: ['ended'],
  load: (transaction, { id }) => loadRule(transaction, id),
  keys,
  version,
  show,
  decide: (row, input, circumstances) => endRule(row, input.reason, circumstances),
  save: async (transaction, _row, next, stamp) => {
    await updateRule(transaction, next, stamp);
    return answerOf(next);
  },
});
