import type { TextsLike } from '../../../kernel/texts.ts';
import type { reorganiseTextsSv } from './reorganise.texts.sv.ts';

export const reorganiseTextsEn: TextsLike<typeof reorganiseTextsSv> = {
  title: 'Reorganise',
  lead: 'Choose what is to happen, see what it leads to, and then carry it all out at once. Nothing changes until you have decided.',
  what: '1. What is to happen?',
  noSteps: 'No steps have been added yet.',
  addStep: 'Add a step',
  add: 'Add the step',
  remove: 'Remove',
  removeLabel: (step: string): string => `Remove the step: ${step}`,
  kind: 'What happens?',
  kinds: {
    merge: 'One unit goes into another',
    split: 'One unit becomes several',
    move: 'A unit is moved',
    end: 'A unit ends',
  },
  kindHints: {
    merge: 'Its sub-units, people, information and systems go with it.',
    split: 'You choose where each sub-unit goes. People, information and systems go to the first.',
    move: 'The unit is put under another, with everything that lies below it.',
    end: 'Its sub-units must be moved first. Another unit may take over information, systems and people.',
  },
  units: { merge: 'Unit that goes', split: 'Unit to divide', move: 'Unit to move', end: 'Unit that ends' },
  into: 'Goes into',
  newParent: 'New place: under',
  newParentHint: 'Leave empty to put it at the top.',
  recordsTo: 'Takes over information, systems and people',
  recordsToHint: 'Leave empty if the unit has nothing left.',
  parts: 'New units',
  part: (number: number): string => `New unit ${number}`,
  firstPart: 'Gets the people, information and systems.',
  addPart: 'Add a new unit',
  goesTo: (name: string): string => `${name} goes to`,
  chooseUnit: 'Choose a unit.',
  choosePart: 'Write the names of at least two new units.',
  sentences: {
    merge: (unit: string, into: string): string => `${unit} goes into ${into}`,
    split: (unit: string, parts: string): string => `${unit} becomes ${parts}`,
    move: (unit: string, parent: string): string => `${unit} is moved to ${parent}`,
    moveTop: (unit: string): string => `${unit} is put at the top`,
    end: (unit: string): string => `${unit} ends`,
    endTo: (unit: string, to: string): string => `${unit} ends, and ${to} takes over`,
  },
  unknownUnit: 'unknown unit',
  when: '2. From when?',
  effectiveOn: 'First day of the new organisation',
  effectiveHint:
    'Today or earlier. To plan further ahead: save the link to this page – it holds the plan – and come back that day.',
  consequences: '3. What does it lead to?',
  noPlan:
    'Add at least one step, and you will see here what moves and what is left without anyone responsible.',
  fine: 'No information loses its owner, and every unit concerned has a manager.',
  ownerless: (count: number): string =>
    count === 1 ? 'One information asset loses its owner' : `${count} information assets lose their owner`,
  ownerlessText:
    'Today they are owned through an appointment that ends. Appoint a new manager or owner right after.',
  withoutManager: (count: number): string =>
    count === 1 ? 'One unit has no manager' : `${count} units have no manager`,
  withoutManagerText: 'Appoint managers when the reorganisation has been carried out.',
  changesOwner: (count: number): string =>
    count === 1
      ? 'One information asset gets another owner'
      : `${count} information assets get another owner`,
  appointments: (count: number): string =>
    count === 1 ? 'One appointment ends' : `${count} appointments end`,
  appointment: (person: string, office: string, unit: string): string => `${person}, ${office} of ${unit}`,
  ended: (count: number): string => (count === 1 ? 'One unit ends' : `${count} units end`),
  endedOn: (name: string, day: string): string => `${name} has its last day on ${day}`,
  goes: (name: string): string => `To ${name} go:`,
  nothingGoes: 'It has no information, no systems and no people.',
  held: {
    information: (count: number): string =>
      count === 1 ? '1 information asset' : `${count} information assets`,
    systems: (count: number): string => (count === 1 ? '1 system' : `${count} systems`),
    persons: (count: number): string => (count === 1 ? '1 person' : `${count} people`),
  },
  andMore: (count: number): string => `and ${count} more`,
  created: (count: number): string => (count === 1 ? 'One new unit' : `${count} new units`),
  createdUnder: (name: string, under: string): string => `${name}, under ${under}`,
  moved: (count: number): string => (count === 1 ? 'One unit changes place' : `${count} units change place`),
  movedFromTo: (name: string, from: string, to: string): string => `${name}: from ${from} to ${to}`,
  top: 'the top level',
  decide: '4. Decide',
  decideLead:
    'Everything is carried out at once. There is no button to undo it: that takes another reorganisation.',
  decisionHint:
    'For example “KS 2026-06-15 § 47, dnr KS 2026/123” or “Delegationsbeslut 2026-06-15 punkt 4.2”.',
  reasonHint: 'Why the organisation changes. The reason is kept in the log.',
  submit: 'Carry out the reorganisation',
  changedMeanwhile:
    'Somebody else has changed one of the units since you saw the consequences. They are now shown anew. Read them and decide again.',
  noneMay: 'Only the information security coordinator carries out reorganisations in Värna.',
};
