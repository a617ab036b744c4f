import type { TextsLike } from '../../../kernel/texts.ts';
import type { exceptionPagesTextsSv } from './exception-pages.texts.sv.ts';

export const exceptionPagesTextsEn: TextsLike<typeof exceptionPagesTextsSv> = {
  list: {
    title: 'Exceptions',
    lead: 'Where a demand is not followed for a time: why, what makes up for it, who decided and for how long.',
    add: 'Apply for an exception',
    search: 'Search the exceptions',
    none: 'No exception has been applied for.',
    noneText:
      'Can a demand not be followed just now? Apply for an exception, and it is known, decided and limited.',
    clause: 'Findings of the clause',
    object: 'For',
    level: 'Risk',
    rules: 'Who decides',
  },
  form: {
    newTitle: 'Apply for an exception',
    newLead:
      'Write what cannot be followed, why, and what you do instead. You can save a draft and hand it in later.',
    editTitle: 'Change the application',
    renewTitle: 'Renew the exception',
    renewLead:
      'A renewal is a new application with a new decision. The old exception holds until the new one is decided, unless it runs out before.',
    titleHint: 'In short, such as “Old tablets without sign-in”.',
    objectHint: 'Search for a system, a piece of information, a unit or a governing document.',
    reasonHint: 'Why the demand cannot be followed now, and what is needed for it to be.',
    compensationHint:
      'What you do instead to keep the risk down. It must be there when the application is handed in.',
    demandHint: 'Write a few words of the demand.',
    personalDataHint: 'The data protection officer then gives an opinion before the decision.',
    endHint: (months) =>
      `The usual is ${months} ${months === '1' ? 'month' : 'months'}. An exception never holds until further notice.`,
    create: 'Save the draft',
    save: 'Save the application',
    renew: 'Save the renewal',
    cancel: 'Cancel',
  },
  record: {
    facts: 'The exception',
    risk: 'Risk and protection',
    opinions: 'Opinions',
    noOpinions: 'Nobody has given an opinion yet.',
    stale: 'On an earlier wording of the application. The opinion must be given again.',
    decision: 'Decision',
    undecided: (office, months) =>
      `Nothing has been decided. Who decides at this risk: ${office}. Longest time: ${months} ${months === '1' ? 'month' : 'months'}.`,
    forbidden: 'You may not do that.',
    outside: 'Outside what you may see',
    by: (day, name) => `${day} by ${name}`,
    opinionBy: (office, stance) => `${office}: ${stance}.`,
    yes: 'yes',
    no: 'no',
    renews: 'Renews',
    overrun: (day) =>
      `Its last day was ${day}. The exception becomes a deviation if nobody renews or ends it.`,
    expired: 'The exception has run out and is a deviation.',
    deviations: 'Deviations that the exception became',
    describe: 'Change the application',
    submit: 'Hand in the application',
    giveOpinion: 'Give your opinion',
    decide: 'Decide',
    end: 'End early',
    endReason: 'Why is the exception no longer needed?',
    endText: 'The demand then holds again. The exception stays in the register.',
    renew: 'Renew',
    grant: 'Grant the exception',
    refuse: 'Refuse the application',
    validFromHint: 'Leave it empty if the exception holds from today.',
    mostMonths: (months) => `At most ${months} ${months === '1' ? 'month' : 'months'} at this risk.`,
    save: 'Save',
    saveDecision: 'Make the decision',
  },
  rules: {
    title: 'Who decides on exceptions',
    lead: 'The greater the risk that remains, the higher up the decision is made. The municipality can change the table.',
    decides: (office, months) =>
      `Who decides: ${office}. Longest time: ${months} ${months === '1' ? 'month' : 'months'}.`,
    ours: 'Värna’s proposal, until the municipality has settled something else.',
    change: 'Change',
    level: (level) => `${level} risk`,
    changeNamed: (level) => `Change: ${level}`,
    reasonHint: 'Which decision lies behind, such as “KS 2026-06-15 § 47”.',
    months: 'months',
    save: 'Save',
  },
};
