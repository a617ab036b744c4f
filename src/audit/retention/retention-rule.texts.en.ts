import type { TextsLike } from '../../kernel/texts.ts';
import type { retentionRuleTextsSv } from './retention-rule.texts.sv.ts';

export const retentionRuleTextsEn: TextsLike<typeof retentionRuleTextsSv> = {
  name: 'Erasure from the log',
  fields: {
    family: 'Kind of events',
    months: 'Months that the content is kept',
    decision: 'Decision on erasure',
    from: 'In force from',
    note: 'Note',
    endedOn: 'Ended',
    reason: 'Reason',
  },
  refusals: {
    tooShort: 'So short a time cannot be chosen. The least is {limit} months.',
    tooSoon:
      'The rule can be in force from {earliest} at the earliest, so that others can see it before anything goes.',
    decisionMissing: 'Erasure takes a decision by a board, or by delegation. A mere execution is not enough.',
    decisionUnreadable: 'The decision cannot be read. Write it like this: {example}',
    decisionInFuture: 'The decision cannot lie in the future.',
    familyTaken: 'There is a rule for those events already. Change that one instead.',
    ended: 'The rule has ended and cannot be changed.',
    nothingChanged: 'Nothing has been changed.',
  },
  events: {
    'retentionRule.decided': 'entered a rule for erasure from the log',
    'retentionRule.set': 'changed a rule for erasure from the log',
    'retentionRule.ended': 'ended a rule for erasure from the log',
  },
  families: {
    reads: 'Reads',
    searches: 'Searches',
    disclosures: 'Exports, prints and disclosures',
    signIns: 'Sign-ins',
    refusals: 'Refused attempts',
    mail: 'Messages by e-mail',
    changes: 'Changes',
  },
};
