import type { TextsLike } from '../../../kernel/texts.ts';
import type { rulesPageTextsSv } from './rules-page.texts.sv.ts';

export const rulesPageTextsEn: TextsLike<typeof rulesPageTextsSv> = {
  title: 'Handling rules',
  lead: 'How information may be handled. Find what you want to do, and read in the column for the information’s level of confidentiality.',
  table: 'Rules for handling, by level',
  what: 'What you want to do',
  level: (level: number, name: string): string => `${level} ${name}`,
  stop: 'Level 4, what concerns Sweden’s security, is not handled here. Contact the head of protective security.',
  print: 'Print the rules',
  restore: 'Restore Värna’s proposal',
  restoreTitle: 'Restore Värna’s proposal?',
  restoreText:
    'Every cell that differs from the proposal is changed back. The earlier rules can be read in the log.',
  edit: 'Change',
  editTitle: 'Change the rule',
  editCell: (activity: string, level: string): string => `${activity}, level ${level}`,
  save: 'Save the rule',
  cancel: 'Cancel',
  conditionHint: 'A sentence that says what must hold.',
  reasonHint: 'Who has decided, and why? It can be read in the log.',
  own: 'Changed by the municipality',
  none: 'There are no rules yet',
  noneText: 'Begin with Värna’s proposal and change what is to be different with you.',
  noneWait: 'The information security coordinator enters them.',
  editMode: 'Show buttons for changing',
  endEditMode: 'Hide the buttons',
};
