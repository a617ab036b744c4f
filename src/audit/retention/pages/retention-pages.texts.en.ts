import type { TextsLike } from '../../../kernel/texts.ts';
import type { retentionPagesTextsSv } from './retention-pages.texts.sv.ts';

export const retentionPagesTextsEn: TextsLike<typeof retentionPagesTextsSv> = {
  title: 'Erasure from the log',
  lead: 'The log keeps everything until the municipality has decided otherwise. Here is what has been decided, and what has been erased.',
  what: 'When an event is erased, who it was, what it concerned and what happened are gone. What stays is its kind, its time and a check value, so that anyone can prove that nothing else has been taken away.',
  rules: 'How long the content is kept',
  noRule: 'No rule. Everything is kept.',
  proposal: 'Proposal – takes a decision on erasure',
  proposed: (time: string): string => `We propose ${time}.`,
  proposedKeep: 'We propose to keep it.',
  kept: (time: string): string => `Kept for ${time}`,
  months: (count: number): string =>
    count % 12 === 0
      ? count === 12
        ? '1 year'
        : `${count / 12} years`
      : count === 1
        ? '1 month'
        : `${count} months`,
  states: { coming: 'Comes into force later', inForce: 'In force', ended: 'Ended' },
  since: (day: string): string => `from ${day}`,
  until: (day: string): string => `Ended ${day}`,
  enter: 'Enter the decision',
  edit: 'Change',
  look: 'Show',
  examples: {
    reads: 'that somebody has read sensitive information or data about others',
    searches: 'what somebody has searched for',
    disclosures: 'that data have been exported, printed or disclosed',
    signIns: 'sign-ins, and attempts that failed',
    refusals: 'attempts to do what one may not',
    mail: 'that messages have been sent',
    changes: 'who changed what in the registers, from what, to what',
  },
  erased: 'What has been erased',
  noneErased: 'Nothing has been erased.',
  erasedRow: (count: string): string => (count === '1' ? '1 event' : `${count} events`),
  ended: 'Rules that have ended',
  ruleLead: (examples: string): string => `Concerns ${examples}.`,
  monthsHint: (least: number): string =>
    `At least ${least} ${least === 1 ? 'month' : 'months'}. Counted from the day of the event.`,
  monthsUnit: 'months',
  decisionHint: 'Write it like this: KF 2026-06-15 § 47, dnr KS 2026/123',
  fromHint: (earliest: string): string =>
    `${earliest} at the earliest for a rule that is new or takes more than before. Others can then see it before anything goes.`,
  noteHint: 'For instance where it stands in the plan for information management.',
  previewTitle: 'What the rule would take today',
  previewNone: 'Nothing. There are no such events that old.',
  preview: (count: string, day: string): string =>
    `${count} ${count === '1' ? 'event' : 'events'} from before ${day}.`,
  previewMore: (count: string, day: string): string =>
    `More than ${count} ${count === '1' ? 'event' : 'events'} from before ${day}.`,
  previewAsk: 'Write for how many months the content is to be kept, and it is worked out here.',
  changesNotice:
    'With a change also goes the proof of what the row in the register held after it. That is why changes are kept for ten years at least.',
  save: 'Save the rule',
  cancel: 'Cancel',
  end: 'End the rule',
  endTitle: 'End the rule?',
  endText: 'Nothing more is erased by it. What has been erased does not come back.',
  endReason: 'Why does the rule end?',
  forbidden: 'The information security coordinator enters the rules.',
};
