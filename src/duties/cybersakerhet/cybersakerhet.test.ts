import type { AuthorityRequest } from '../case-facts.ts';
import { answered, no, noticedAt, party, sent, yes } from '../testing/cases.ts';
import { judges } from '../testing/judges.ts';

const system = yes('networkOrSystem');
const significant = { ...system, ...yes('significant') };
const notified = sent('cybersakerhet/incidentanmalan', 'notification', '2026-11-04T08:00:00.000Z');
const finished = sent('cybersakerhet/slutrapport', 'final', '2026-11-20T08:00:00.000Z');
const request: AuthorityRequest = {
  duty: 'cybersakerhet/delrapport',
  partyId: 'kommunen',
  askedAt: noticedAt,
  dueAt: null,
};

judges(
  ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'],
  [
    ['C1', 'a significant incident', { answers: significant }, 'thresholdMet', 'answeredYes'],
    ['C1', 'nothing answered', {}, 'decisionNeeded', 'notAnswered'],
    [
      'C1',
      'nobody knows',
      { answers: { ...system, ...answered('unknown', 'significant') } },
      'decisionNeeded',
      'answeredUnknown',
    ],
    // A no says nothing of what it can cause: it is a decision to take, never an answer of the engine.
    ['C1', 'a no', { answers: { ...system, ...no('significant') } }, 'decisionNeeded', 'canCauseSerious'],
    [
      'C1',
      'a no, below every number',
      { answers: { ...system, ...no('significant') }, impact: { limitedHours: 4 } },
      'decisionNeeded',
      'canCauseSerious',
    ],
    [
      'C1',
      'a no, above a number',
      { answers: { ...system, ...no('significant') }, impact: { limitedHours: 4.5 } },
      'thresholdMet',
      'thresholdReached',
    ],
    [
      'C1',
      'a serious consequence',
      { answers: system, consequences: { availability: 3 } },
      'decisionNeeded',
      'seriousConsequence',
    ],
    [
      'C1',
      'a considerable consequence',
      { answers: system, consequences: { availability: 2 } },
      'decisionNeeded',
      'notAnswered',
    ],
    ['C1', 'a letter on paper', { answers: no('networkOrSystem') }, 'doesNotArise', 'noSystem'],
    [
      'C1',
      'a nämnd, which is no operator',
      { parties: [party('kommunen', ['controller'])], answers: significant },
      'doesNotArise',
      'roleMissing',
    ],
    ['C2', 'as C1', { answers: significant }, 'thresholdMet', 'answeredYes'],
    ['C2', 'a no', { answers: { ...system, ...no('significant') } }, 'decisionNeeded', 'canCauseSerious'],
    ['C2', 'a letter on paper', { answers: no('networkOrSystem') }, 'doesNotArise', 'noSystem'],
    ['C3', 'asked for', { requests: [request] }, 'thresholdMet', 'authorityAsked'],
    ['C3', 'not asked for', { answers: significant }, 'doesNotArise', 'notAskedYet'],
    ['C4', 'before the notification', { answers: significant }, 'thresholdMet', 'answeredYes'],
    [
      'C4',
      'notified and handled',
      { answers: significant, deliveries: [notified], handledAt: '2026-11-05T08:00:00.000Z' },
      'thresholdMet',
      'followsNotification',
    ],
    [
      'C4',
      'notified and going on',
      { answers: significant, deliveries: [notified] },
      'doesNotArise',
      'stillGoingOn',
    ],
    [
      'C4',
      'handled too late for it',
      { answers: significant, deliveries: [notified], handledAt: '2026-12-20T08:00:00.000Z' },
      'doesNotArise',
      'stillGoingOn',
    ],
    [
      'C4',
      'sent while it is said to go on',
      {
        answers: significant,
        deliveries: [notified, finished],
      },
      'thresholdMet',
      'followsNotification',
    ],
    [
      'C4',
      'notified without being sure',
      { answers: system, deliveries: [notified], handledAt: '2026-11-05T08:00:00.000Z' },
      'decisionNeeded',
      'followsNotification',
    ],
    ['C5', 'before the notification', { answers: significant }, 'doesNotArise', 'notificationNotSent'],
    ['C5', 'going on', { answers: significant, deliveries: [notified] }, 'thresholdMet', 'stillGoingOn'],
    [
      'C5',
      'handled before the final report is due',
      { answers: significant, deliveries: [notified], handledAt: '2026-12-04T22:59:59.000Z' },
      'doesNotArise',
      'handledBeforeFinal',
    ],
    [
      'C5',
      'handled a second after',
      { answers: significant, deliveries: [notified], handledAt: '2026-12-04T23:00:00.000Z' },
      'thresholdMet',
      'stillGoingOn',
    ],
    [
      'C5',
      'the final report is sent',
      {
        answers: significant,
        deliveries: [notified, finished],
      },
      'doesNotArise',
      'finalReportSent',
    ],
    [
      'C6',
      'the service is disturbed',
      { answers: { ...significant, ...yes('serviceRecipients') } },
      'thresholdMet',
      'answeredYes',
    ],
    [
      'C6',
      'it is not',
      { answers: { ...significant, ...no('serviceRecipients') } },
      'doesNotArise',
      'answeredNo',
    ],
    ['C6', 'nobody has said', { answers: significant }, 'decisionNeeded', 'notAnswered'],
    [
      'C6',
      'disturbed, but perhaps not significant',
      { answers: { ...system, ...yes('serviceRecipients'), ...no('significant') } },
      'decisionNeeded',
      'canCauseSerious',
    ],
    [
      'C6',
      'no system',
      { answers: { ...no('networkOrSystem'), ...yes('serviceRecipients') } },
      'doesNotArise',
      'noSystem',
    ],
    ['C7', 'a threat', { answers: yes('cyberThreat') }, 'thresholdMet', 'answeredYes'],
    ['C7', 'no threat', { answers: no('cyberThreat') }, 'doesNotArise', 'answeredNo'],
    [
      'C8',
      'changed facts',
      { answers: yes('registrationChanged'), registrationChangedOn: '2026-11-01' },
      'thresholdMet',
      'answeredYes',
    ],
    ['C8', 'not changed', { answers: no('registrationChanged') }, 'doesNotArise', 'answeredNo'],
  ],
);
