import type { TextsLike } from '../../../kernel/texts.ts';
import type { binderPageTextsSv } from './binder-page.texts.sv.ts';

export const binderPageTextsEn: TextsLike<typeof binderPageTextsSv> = {
  title: 'The binder',
  lead: 'All plans in force that you may read, in the order of restoration. Print it, and it is there when nothing else works.',
  day: (day) => `The plans as they are in force on ${day}.`,
  print: 'Print the binder',
  download: 'Download as PDF',
  none: 'There is no plan in force that you may read.',
  noneText: 'A plan joins the binder the day it comes into force.',
  printedTitle: 'Did the binder come out on paper?',
  printedText:
    'Note it, and the plans count as at hand without a network for twelve months or until they change. Replace the old binder.',
  printedYes: 'Yes, note the print',
  printedNo: 'No, not this time',
  noted: 'The print has been noted.',
  first: 'First of all',
  report: 'Report the event',
  reportText: 'Everybody may report, also those who are not certain. Go to the page for reporting, or call.',
  support: 'Call here',
  noTelephone: 'no number stated',
  vacant: 'nobody holds the office',
  contents: 'Contents',
  place: (number) => `Restored as number ${number}`,
  noPlace: 'Has no place in the order',
  version: (number, by, day) => `Version ${number}, decided by ${by} on ${day}`,
  review: (day) => `To be reviewed by ${day}`,
  secret: (provision) => `Secrecy: ${provision}`,
  copies: 'Copies outside the network',
  copy: (kind, day, plans, all) => `${kind} ${day}, with ${plans} of ${all} plans in force now`,
  noCopies: 'The binder has neither been printed, downloaded nor kept in the versions in force.',
  device: 'This device',
  deviceKept: (moment, plans) =>
    `The binder with ${plans} plans is kept in this browser since ${moment}. The page, the plans and the numbers of the support roles can be opened without a network.`,
  deviceErased:
    'It is erased when you sign out, when somebody else signs in here and after 30 days. The browser may erase it earlier. It is not encrypted beyond the device’s own protection.',
  deviceNot: 'Nothing is kept on this device.',
  deviceImpossible: 'This browser cannot keep anything to be read without a network. Use a print.',
  deviceErase: 'Erase from the device',
  deviceKeep: 'Keep on the device',
};
