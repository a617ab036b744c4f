import type { TextsLike } from '../../kernel/texts.ts';
import type { personTextsSv } from './person.texts.sv.ts';

export const personTextsEn: TextsLike<typeof personTextsSv> = {
  name: 'People',
  fields: {
    kind: 'Relation to the municipality',
    givenName: 'First name',
    familyName: 'Last name',
    email: 'E-mail',
    telephone: 'Telephone',
    organisation: 'Employer',
    unitId: 'Unit',
    sourceId: 'Source',
    from: 'First day',
    until: 'Last day',
    lastDay: 'Last day',
    reason: 'Reason',
  },
  refusals: {
    organisationMissing: 'Say whom the external person works for.',
    organisationNotAsked: 'The employer is given only for external people.',
    emailUnreadable: 'The e-mail address cannot be read. Write it like this: name@municipality.se',
    emailTaken: 'Somebody else already has that e-mail address.',
    unitUnknown: 'The unit does not exist, or has ended. Choose another.',
    sourceUnknown: 'The source does not exist, or is no longer used.',
    sourceOfOtherKind: 'The source is for another kind of person. Choose another source.',
    endsBeforeStart: 'The last day cannot come before the first.',
    alreadyEnded: 'The person has already left.',
    holdsControlOffice:
      'The person is an auditor, data protection officer or administrator, and you may not end that appointment. Ask whoever appoints to it to end it first.',
    lastAdministrator: 'Nobody would be administrator then. Appoint another administrator first.',
    nothingChanged: 'Nothing has changed.',
  },
  events: {
    'person.registered': 'entered the person',
    'person.described': 'changed the details of the person',
    'person.ended': 'ended the person and her or his appointments',
  },
  kinds: { employee: 'Employee', elected: 'Elected representative', external: 'External' },
  states: { coming: 'Has not started', here: 'Here', left: 'Has left' },
};
