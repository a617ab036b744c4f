/**
 * The registers, as an event's `touched` names them (`register:id`). A slice's permissions carry the same word, so
 * that the log, the facts held in memory and the clauses' findings speak of one register by one name.
 */
export const registerNames = [
  'entity',
  'body',
  'unit',
  'person',
  'personSource',
  'appointment',
  'information',
  'classification',
  'handling',
  'handlingDecision',
  'handlingRule',
  'defaultOwner',
  'system',
  'systemInformation',
  'document',
  'documentVersion',
  'sentence',
  'documentParent',
  'referral',
  'referralComment',
  'decidingRule',
  'demandAttest',
  'publicationPlace',
  'allowedSite',
  'advice',
  'adviceEntry',
  'publishedAnswer',
  'adviceTarget',
  'supportContact',
  'agreementReview',
  'dutyTerm',
  'dutyRecipient',
  'measure',
  'measureNote',
  'deviation',
  'exception',
  'exceptionOpinion',
  'exceptionRule',
  'plan',
  'planVersion',
  'restorationOrder',
  'exercise',
  'binderCopy',
  'externalParty',
  'questionSet',
  'campaign',
  'campaignRecipient',
  'acknowledgement',
  'signedList',
  'campaignTarget',
  'unitAttest',
  'clauseSetting',
  'setting',
  'incident',
  'incidentEntry',
  'incidentAnswer',
  'incidentFigure',
  'incidentOwnAnswer',
  'incidentLink',
  'incidentPerson',
  'incidentDelivery',
  'incidentRequest',
  'incidentReport',
  'incidentReportFile',
  'incidentReply',
  'incidentAlarm',
  'incidentNotice',
  'incidentFile',
  'incidentContact',
  'incidentCustody',
  'incidentParty',
  'incidentDecision',
  'incidentSetting',
  'channelTest',
  'mailIntake',
  'reportAttest',
  'retentionRule',
  'witness',
  'witnessDelivery',
  'witnessCosignature',
  'logVerification',
] as const;

export type RegisterName = (typeof registerNames)[number];

const entryForm = /^([a-zA-Z]+):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const known: ReadonlySet<string> = new Set(registerNames);

/** Reads one entry of `touched`; null for a register that is not listed here (accounts, sessions). */
export function readTouched(entry: string): { readonly register: RegisterName; readonly id: string } | null {
  const [, name = '', id = ''] = entryForm.exec(entry) ?? [];
  return isRegisterName(name) ? { register: name, id } : null;
}

/** Is this one of the registers? */
export function isRegisterName(name: string): name is RegisterName {
  return known.has(name);
}
