import type { TextsLike } from '../../../kernel/texts.ts';
import type { partyPagesTextsSv } from './party-pages.texts.sv.ts';

export const partyPagesTextsEn: TextsLike<typeof partyPagesTextsSv> = {
  party: {
    edit: 'Change',
    editTitle: (name: string) => `Change ${name}`,
    save: 'Save',
    byReport: 'When the report came in.',
    knewHint:
      'Filled in from the assessment. Change it if this very party knew at another time. The clocks run from that time.',
  },
  figures: {
    title: 'How much was hit',
    lead: 'Only the figures that some duty looks at. Leave empty what nobody knows yet, and change it when you know more. What was said before stays.',
    noneYet: 'No figures have been given.',
    form: 'Give figures',
    save: 'Save the figures',
    whose: 'What the figures are of',
    whole: 'The whole case',
    about: 'About',
    estimated: (figure: string) => `about ${figure}`,
    takenBack: 'was taken back',
    said: (who: string, moment: string) => `${who}, ${moment}`,
    earlier: (count: number) => (count === 1 ? 'One earlier figure' : `${count} earlier figures`),
    reached: (party: string, limits: string, sector: string) =>
      `The threshold is met for ${party}: ${limits} (${sector}).`,
    everySector: 'every sector',
    notReached:
      'No threshold is met. It does not mean that there is no duty: it is enough that the incident can cause the harm.',
    units: { hours: 'hours', percent: 'per cent', users: 'users', people: 'people' },
    because: (limits: string) => `: ${limits}`,
  },
  own: {
    answer: 'Answer for itself',
    title: (party: string) => `Answers for ${party} alone`,
    lead: 'Questions that are not answered here follow the case.',
    asCase: (answer: string) => `As the case: ${answer}`,
    notAnswered: 'not answered',
    reason: 'Why it is otherwise here',
    save: 'Save the answers',
    differs: (answer: string, ofCase: string) => `${answer} (the case: ${ofCase})`,
    by: (reason: string, who: string, moment: string) => `${reason} – ${who}, ${moment}`,
  },
  request: {
    note: 'Note a request from an authority',
    title: 'The authority has asked for a report',
    lead: 'The request gives a clock. Where the authority sets no time, the answer is due at once.',
    whose: 'Whom the request is for',
    save: 'Note the request',
    list: 'Asked for by authorities',
    asked: (who: string, moment: string) => `${who} ${moment}`,
    someone: 'Asked',
    due: (moment: string) => `answer by ${moment}`,
    atOnce: 'no time given',
    dueHint: 'Leave it empty if they gave no time.',
  },
  yours: {
    title: (names: string) => `Hit, and yours to answer for: ${names}`,
    text: 'What you do now:',
    plan: 'Follow the plan and the fallback routine in the binder.',
    keep: 'Keep logs and all else that shows what happened. Erase and restore nothing without asking.',
    tell: (handler: string) => `Answer ${handler}, who works on the case, and tell when things change.`,
    tellAnyone: 'Answer who works on the case, and tell when things change.',
    binder: 'The binder',
  },
  hidden:
    'Parts of the case are secret to you. What the law requires, and of whom, is therefore shown only to those who work on the case.',
};
