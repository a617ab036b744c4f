import type { TextsLike } from '../../../kernel/texts.ts';
import type { classifyTextsSv } from './classify.texts.sv.ts';

export const classifyTextsEn: TextsLike<typeof classifyTextsSv> = {
  title: (name: string): string => `Classify ${name}`,
  lead: 'One question at a time. Think of the worst that can credibly happen, not of what is most likely.',
  step: (step: number, of: number): string => `${step} of ${of}`,
  beginTitle: 'Who takes part?',
  beginText:
    'Bring whoever owns the information, somebody who works with it every day, and preferably somebody who knows law and archives.',
  participants: 'Participants',
  participantsHint: 'One a line. Rather roles than names: “Head teacher, Näset school”.',
  participantsMissing: 'Write at least one participant.',
  chooseLevel: 'Choose a level',
  levelHint: 'The keys 0–4 choose.',
  levelMissing: 'Choose a level.',
  reason: 'Worst credible consequence',
  reasonHint:
    'Write what would happen, to whom, and why it is not one level higher. Write nothing secret here.',
  reasonMissing: 'Write why you chose the level. It is read when the classification is reviewed.',
  back: 'Back',
  next: 'Next question',
  begin: 'Begin to classify',
  toSummary: 'See the summary',
  summaryTitle: 'Summary',
  summaryText: 'Read it through together. The information owner decides.',
  change: 'Change',
  decidedOn: 'Date of decision',
  nextReviewOn: 'Next review',
  nextReviewHint: 'Empty means in twelve months. At most three years ahead.',
  decide: 'Make the decision',
  print: 'Print the sheet',
  owner: (name: string): string => `Decided by the information owner ${name}.`,
  noOwner:
    'The information has no owner. Nobody can make the decision before an information owner is appointed.',
  before: (level: string): string => `Holds now: ${level}.`,
  stopTitle: 'Stop. This does not belong in Värna.',
  stopText:
    'Level 4 concerns Sweden’s security. Such information must not be described here, not even in a classification. All that you wrote has been removed and nothing has been saved.',
  stopContact:
    'Contact the municipality’s head of protective security and go through the matter in another way.',
  stopMistake: 'Did you choose wrongly? Then you start from the beginning.',
  restart: 'Start again',
  leave: 'Go to the information',
  notAllowed: 'This information is classified by its owner, or by the information security coordinator.',
  sections: 'Steps',
};
