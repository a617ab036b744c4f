import type { TextsLike } from '../../../kernel/texts.ts';
import type { partyPagesTextsSv } from './party-pages.texts.sv.ts';

export const partyPagesTextsEn: TextsLike<typeof partyPagesTextsSv> = {
  list: {
    title: 'External parties',
    lead: 'Those outside the municipality whom the policy concerns, and those who work on its behalf.',
    add: 'Add an external party',
    search: 'Search the parties',
    none: 'No external party has been added yet.',
    noneText:
      'Begin with those who handle the municipality’s information or work in its premises and systems.',
    yes: 'Yes',
    no: 'No',
    ended: 'Parties that have ended',
    clause: 'Faults of the demand',
    edition: (number) => `version ${number}`,
    notYet: 'not acknowledged',
  },
  form: {
    newTitle: 'Add an external party',
    newLead: 'Only what is needed to reach the right person and to know why the party is concerned.',
    editTitle: 'Change the details of the party',
    nameHint: 'As it stands in the agreement. The party’s staff are recognised by it.',
    numberHint: 'Ten digits. Leave it empty if there is none.',
    emailHint: 'Where the personal link is sent.',
    relevanceHint:
      'Whoever is given or handles the municipality’s information, or works in its systems or premises, is concerned.',
    agreementChoose: 'No agreement named',
    agreementHint: 'Agreements are entered under Agreements and the policy.',
    create: 'Add the party',
    save: 'Save the party',
    cancel: 'Cancel',
    languageChoose: 'Choose a language',
  },
  record: {
    facts: 'The party',
    agreement: 'Agreement and acknowledgement',
    describe: 'Change the details',
    end: 'End the party',
    endReason: 'Why is the party ended?',
    endText: 'The party is asked no more and not counted. What has been acknowledged stays.',
    ended: (day) => `The party was ended ${day}.`,
    none: 'none',
    unseen: 'an agreement that is not yours to see',
    forbidden: 'You may not do that.',
  },
};
