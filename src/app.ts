import { auditRegister } from './audit/register.ts';
import { retentionRuleRegister } from './audit/retention/register.ts';
import { calendarFeedRegister } from './calendar/register.ts';
import { clauseRegister } from './clauses/register.ts';
import { dutyRecipientRegister, dutyRegister, dutyTermRegister } from './duties/register.ts';
import { exportRegister } from './exports/exports.ts';
import {
  adviceRegister,
  adviceTargetRegister,
  publishedAnswerRegister,
  supportContactRegister,
} from './governance/advice/register.ts';
import { externalPartyRegister } from './governance/acknowledgements/parties/register.ts';
import {
  acknowledgementRegister,
  campaignRegister,
  campaignTargetRegister,
  questionSetRegister,
  signedListRegister,
  recipientRegister,
  unitAttestRegister,
} from './governance/acknowledgements/register.ts';
import { waitingReadings } from './governance/acknowledgements/waiting.store.ts';
import { waitingAnswers } from './governance/advice/waiting.store.ts';
import { agreementReviewRegister } from './governance/agreement-reviews/register.ts';
import { documentRegister } from './governance/documents/register.ts';
import { publicationRegister } from './governance/publication/register.ts';
import { defaultOwnerRegister } from './registers/default-owners/register.ts';
import { deviationRegister } from './registers/deviations/register.ts';
import { exceptionRegister, exceptionRuleRegister } from './registers/exceptions/register.ts';
import { waitingExceptions } from './registers/exceptions/waiting.store.ts';
import { handlingRuleRegister } from './registers/handling-rules/register.ts';
import {
  channelTestRegister,
  incidentRegister,
  incidentSettingRegister,
  reportAttestRegister,
} from './registers/incidents/register.ts';
import { mailIntakeRegister } from './registers/incidents/mail-intake/register.ts';
import { waitingClocks } from './registers/incidents/duties/waiting-clocks.store.ts';
import { waitingCases } from './registers/incidents/waiting.store.ts';
import { informationRegister } from './registers/information/register.ts';
import { measureRegister } from './registers/measures/register.ts';
import { waitingMeasures } from './registers/measures/waiting.store.ts';
import {
  binderCopyRegister,
  exerciseRegister,
  planRegister,
  restorationOrderRegister,
} from './registers/plans/register.ts';
import { waitingReviews } from './registers/plans/waiting.store.ts';
import { systemRegister } from './registers/systems/register.ts';
import { appointmentRegister, appointmentsOfUnits } from './people/appointments/register.ts';
import { bodyRegister } from './people/organisation/bodies/register.ts';
import { entityRegister } from './people/organisation/entities/register.ts';
import { followersOf } from './people/organisation/units/followers.ts';
import { unitRegister } from './people/organisation/units/register.ts';
import { personRegister } from './people/persons/register.ts';
import { personSourceRegister } from './people/sources/register.ts';
import { accountRegister, sessionRegister, setupRegister, tokenRegister } from './people/signin/register.ts';
import { verificationRegister } from './audit/verification/register.ts';
import { witnessRegister } from './audit/witnesses/register.ts';
import { mailRegister } from './mail/register.ts';
import { pushDeviceRegister } from './push/register.ts';
import { settingRegister } from './settings/register.ts';
import { todoRegister } from './start/register.ts';

/** What follows a unit into its successor, and what ends with it (a reorganisation). */
const unitFollowers = {
  moving: followersOf([
    informationRegister,
    systemRegister,
    personRegister,
    defaultOwnerRegister,
    agreementReviewRegister,
    planRegister,
    externalPartyRegister,
    signedListRegister,
    documentRegister,
    measureRegister,
    deviationRegister,
    exceptionRegister,
    incidentRegister,
  ]),
  ending: [appointmentsOfUnits],
};

/** Where something can wait for somebody, besides what clauses find: the start page gathers it. */
const waiting = [
  waitingClocks,
  waitingCases,
  waitingAnswers,
  waitingReadings,
  waitingExceptions,
  waitingMeasures,
  waitingReviews,
];

/** The slices that people keep, in the order the documents show them. */
const slices = [
  entityRegister,
  bodyRegister,
  unitRegister(unitFollowers),
  personRegister,
  personSourceRegister,
  appointmentRegister,
  sessionRegister,
  accountRegister,
  tokenRegister,
  calendarFeedRegister,
  pushDeviceRegister,
  setupRegister,
  documentRegister,
  publicationRegister,
  adviceRegister,
  publishedAnswerRegister,
  adviceTargetRegister,
  supportContactRegister,
  agreementReviewRegister,
  externalPartyRegister,
  questionSetRegister,
  signedListRegister,
  campaignRegister,
  recipientRegister,
  acknowledgementRegister,
  campaignTargetRegister,
  unitAttestRegister,
  settingRegister,
  mailRegister,
  witnessRegister,
  verificationRegister,
  clauseRegister,
  informationRegister,
  systemRegister,
  planRegister,
  exerciseRegister,
  restorationOrderRegister,
  binderCopyRegister,
  handlingRuleRegister,
  defaultOwnerRegister,
  dutyRegister,
  dutyTermRegister,
  dutyRecipientRegister,
  measureRegister,
  deviationRegister,
  exceptionRegister,
  exceptionRuleRegister,
  incidentRegister,
  incidentSettingRegister,
  mailIntakeRegister,
  reportAttestRegister,
  channelTestRegister,
  exportRegister,
  retentionRuleRegister,
] as const;

/** Every slice of the server. A slice that is not here does not exist. The log speaks of all the others. */
export const registers = [...slices, auditRegister(slices), todoRegister(waiting)] as const;
