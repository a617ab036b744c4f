import type { TextsLike } from '../../kernel/texts.ts';
import type { appointmentTextsSv } from './appointment.texts.sv.ts';

export const appointmentTextsEn: TextsLike<typeof appointmentTextsSv> = {
  name: 'Appointments',
  fields: {
    office: 'Office',
    scope: 'For',
    scopeId: 'For',
    personId: 'Person',
    deputy: 'Deputy',
    from: 'From',
    until: 'Until and including',
    lastDay: 'Last day',
    decision: 'Decision',
    reason: 'Reason',
    toConfirm: 'To be confirmed',
  },
  refusals: {
    scopeUnfit: 'The office cannot be held for this. Choose something that it can be held for.',
    scopeMissing: 'Choose what the office is to be held for.',
    scopeUnknown: 'What the office is to be held for does not exist. Choose something else.',
    scopeNotThere:
      'What the office is held for does not stand on the first day ({period}). Change the first day.',
    personUnknown: 'The person is not in the register.',
    personNotThere:
      'The person is not with you the whole time ({period}). Change the days or choose somebody else.',
    alreadyHeld: '{name} already holds the office ({period}). End that first, or appoint a deputy.',
    alreadyAppointed: '{name} is already appointed to this ({period}).',
    appointedMeanwhile:
      'Somebody else was first and appointed a person to the office. Reload the page and try again.',
    endsBeforeStart: 'The last day cannot come before the first.',
    endsEarlier: 'The appointment already ends {until}. Choose an earlier day.',
    decisionUnreadable:
      'The decision cannot be read. Write it like this: KF 2026-06-15 § 47, dnr KS 2026/123',
    decisionInFuture: 'The decision cannot have a date in the future.',
    decisionByBodyMissing:
      'Auditors are elected by the municipal council. Give the decision like this: KF 2026-06-15 § 47, dnr KS 2026/123',
    ownControlOffice:
      'You cannot appoint yourself to an office that is to check on others. Ask somebody else to do it.',
    lastAdministrator: 'Nobody would be administrator then. Appoint another administrator first.',
    withdrawn: 'The appointment was withdrawn before it began.',
    alreadyEnded: 'The appointment has already ended.',
    alreadyConfirmed: 'The appointment is already confirmed.',
    nothingChanged: 'Nothing has changed.',
  },
  events: {
    'appointment.begun': 'appointed to the office',
    'appointment.described': 'changed the days or the decision of the appointment',
    'appointment.ended': 'ended the appointment',
    'appointment.withdrawn': 'withdrew the appointment before it began',
    'appointment.confirmed': 'confirmed the appointment',
  },
  warnings: {
    officerNotIndependent:
      'The data protection officer may not have tasks that conflict with the office (GDPR article 38.6). The person now has both. The follow-up shows it until one of the appointments ends.',
    decisionMissing: 'No decision is given. Add it when there is one.',
  },
  states: { coming: 'Begins later', inForce: 'In force', ended: 'Ended', withdrawn: 'Withdrawn' },
};
