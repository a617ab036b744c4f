import type { TextsLike } from '../../../kernel/texts.ts';
import type { externalPartyTextsSv } from './external-party.texts.sv.ts';

export const externalPartyTextsEn: TextsLike<typeof externalPartyTextsSv> = {
  name: 'External parties',
  fields: {
    name: 'Name',
    organisationNumber: 'Organisation number',
    contactName: 'Contact',
    email: 'E-mail address',
    language: 'Language',
    relevant: 'Concerned by the policy',
    relevanceReason: 'Why, or why not',
    unitId: 'Responsible unit',
    contractor: 'Works on the municipality’s behalf',
    agreementReviewId: 'Agreement',
    obligation: 'The agreement binds them to the policy',
    reason: 'Reason',
    endedOn: 'Ended',
  },
  refusals: {
    unitUnknown: 'The unit does not stand today.',
    agreementUnknown: 'There is no such agreement, or it has ended.',
    obligationWithoutAgreement: 'Say which agreement it is that binds them.',
    emailUnreadable: 'The e-mail address cannot be read. Write it like this: name@company.se',
    alreadyThere: 'The unit has an external party of that name already.',
    ended: 'The party has been ended.',
    nothingChanged: 'Nothing has been changed.',
  },
  events: {
    'externalParty.registered': 'entered an external party',
    'externalParty.described': 'changed the details of an external party',
    'externalParty.ended': 'ended an external party',
  },
  languages: { sv: 'Swedish', en: 'English' },
  acknowledged: 'Has acknowledged the policy',
  edition: (number) => `version ${number}`,
  unit: 'Unit',
};
