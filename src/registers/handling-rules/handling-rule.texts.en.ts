import type { TextsLike } from '../../kernel/texts.ts';
import type { handlingRuleTextsSv } from './handling-rule.texts.sv.ts';

export const handlingRuleTextsEn: TextsLike<typeof handlingRuleTextsSv> = {
  name: 'Handling rules',
  fields: {
    level: 'Level',
    activity: 'Handling',
    carrier: 'Form',
    verdict: 'Rule',
    conditionSv: 'Condition in Swedish',
    conditionEn: 'Condition in English',
    reason: 'Reason for the change',
    seenVersion: 'Version',
  },
  refusals: {
    carrierNotForActivity: 'That handling is not done in that form.',
    conditionMissing: 'Write the condition in both languages: everybody must be able to read what holds.',
    conditionNotAsked:
      'A condition belongs only to the rule “with conditions”. Remove the text, or change the rule.',
    nothingChanged: 'Nothing has changed.',
  },
  events: {
    'handlingRule.set': 'changed a handling rule',
    'handlingRule.defaultRestored': 'restored the handling rules to Värna’s proposal',
  },
  verdicts: { allowed: 'Allowed', conditional: 'With conditions', forbidden: 'Not allowed', none: 'No rule' },
};
