import type { TextsLike } from '../../../kernel/texts.ts';
import type { ownerPagesTextsSv } from './owner-pages.texts.sv.ts';

export const ownerPagesTextsEn: TextsLike<typeof ownerPagesTextsSv> = {
  title: 'Who owns which information?',
  lead: 'This table holds when nothing else is decided. An information owner appointed for certain information goes before the table.',
  add: 'Add an area',
  none: 'The table is empty',
  noneText: 'Add the areas the municipality works with, and say who owns the information in each.',
  confirm: 'Confirm',
  chooseUnit: 'Choose unit',
  edit: 'Change',
  toConfirm: 'To be confirmed',
  toConfirmCount: (count: number): string =>
    count === 1
      ? 'One row is a proposal that nobody has confirmed.'
      : `${count} rows are proposals that nobody has confirmed.`,
  office: (office: string): string => office,
  unitManager: (unit: string): string => `The manager of ${unit}`,
  unitNotChosen: 'The manager of a unit – the unit is not chosen',
  ownUnitManager: 'The manager of the unit that has the information',
  nobody: 'Nobody holds the appointment today',
  information: (count: number): string =>
    count === 0
      ? 'no information'
      : count === 1
        ? 'one piece of information'
        : `${count} pieces of information`,
  decision: 'Decision',
  under: (body: string): string => `Ultimately responsible: ${body}`,
  ruleTitle: 'Who owns the information?',
  ruleSave: 'Save who owns',
  areaTitle: 'Name and examples',
  areaSave: 'Save name and examples',
  examplesHint: 'What belongs to the area, in a few ordinary words.',
  codeHint: 'A short word without spaces or å, ä, ö, such as “ekonomi”. It cannot be changed later.',
  unitHint: 'The unit whose manager owns the information.',
  bodyHint: 'The committee or board that ultimately answers for the information.',
  decisionHint: 'Write it like this: KF 2026-06-15 § 47, dnr KS 2026/123',
  newTitle: 'Add an area',
  create: 'Add the area',
  cancel: 'Cancel',
  end: 'Take the area out of use',
  endTitle: 'Take the area out of use?',
  endText: 'It can no longer be chosen. What has been written about it is kept.',
  endReason: 'Why is it no longer used?',
  forbidden: 'The information security coordinator or the municipal director changes the table.',
};
