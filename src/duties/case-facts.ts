/** What somebody has answered to a question of the triage. Silence is no answer: the question is then open. */
export const triageAnswers = ['yes', 'no', 'unknown'] as const;
export type TriageAnswer = (typeof triageAnswers)[number];

/** The questions of the triage. Their words, why they are asked and what they can raise stand in questions.ts. */
export const questionKeys = [
  'protectiveSecurity',
  'networkOrSystem',
  'significant',
  'serviceRecipients',
  'cyberThreat',
  'registrationChanged',
  'personalData',
  'onBehalfOfOthers',
  'riskToPeople',
  'highRisk',
  'careAffected',
  'careInjury',
  'seriousCareInjury',
  'misconduct',
  'seriousMisconduct',
  'communicationsService',
  'supplier',
  'crime',
  'agreement',
] as const;
export type QuestionKey = (typeof questionKeys)[number];

export interface Answered {
  readonly answer: TriageAnswer;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
}

export type Answers = Readonly<Partial<Record<QuestionKey, Answered>>>;

/** As the register of incidents calls them. No verdict turns on the kind: the answers decide. */
export const caseKinds = [
  'notTriaged',
  'event',
  'incident',
  'personalDataBreach',
  'nearMiss',
  'deviation',
] as const;
export type CaseKind = (typeof caseKinds)[number];

/** In what capacity the law binds whoever is affected. */
export const partyRoles = [
  /** Verksamhetsutövare by cybersäkerhetslagen (2025:1506) 1 kap. The legal entity, never a single nämnd. */
  'coveredEntity',
  /** Personuppgiftsansvarig: each nämnd, styrelse and company for its own (GDPR art. 4.7). */
  'controller',
  /** Personuppgiftsbiträde: handles personal data for another controller (GDPR art. 4.8). */
  'processor',
  /** Vårdgivare (patientsäkerhetslagen 1 kap. 3 §). */
  'careProvider',
  /** Bedriver socialtjänst or verksamhet by LSS. */
  'socialServices',
  /** Utpekad kritisk verksamhetsutövare. */
  'criticalEntity',
  /** Offers a publicly available electronic communications service (a stadsnät as operator). */
  'communicationsProvider',
  /** Offers trust services (eIDAS). */
  'trustServiceProvider',
  /** Delivers to others, who are its clients. */
  'supplier',
] as const;
export type PartyRole = (typeof partyRoles)[number];

/** The sectors a municipality's activities fall under in the annexes of cybersäkerhetslagen. */
export const sectors = [
  'publicAdministration',
  'healthCare',
  'drinkingWater',
  'wasteWater',
  'energy',
  'transport',
  'wasteManagement',
  'digitalInfrastructure',
  'other',
] as const;
export type Sector = (typeof sectors)[number];

/** What can be measured of an incident's effect; numbers that nobody knows yet are left out. */
export const impactMeasures = [
  /** Hours that the activity has been limited. */
  'limitedHours',
  /** Hours that staff have worked by fallback routines. */
  'fallbackHours',
  /** Hours that a service has been wholly out. */
  'outageHours',
  /** Hours without control or monitoring of a grid or a plant. */
  'controlLossHours',
  /** End users without the service. */
  'usersAffected',
  /** The same as per cent of all end users. */
  'usersPercent',
  /** Natural persons whose protected information has been exposed. */
  'peopleExposed',
  /** Cost as per cent of last year's turnover, appropriation or revenue. */
  'costPercent',
  /** Cancelled departures of a day, per cent. */
  'departuresPercent',
] as const;
export type ImpactMeasure = (typeof impactMeasures)[number];
export type Impact = Readonly<Partial<Record<ImpactMeasure, number>>>;

/** When somebody knew, and why it is reckoned from then: the clocks of the law start here. */
export interface Knowledge {
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly reason: string;
}

/** A legal entity or a controller that the case concerns. One event can concern many; each has duties of its own. */
export interface AffectedParty {
  readonly id: string;
  /** The legal entity that it is a part of; its own id when it is a legal entity itself. */
  readonly legalEntityId: string;
  readonly name: string;
  readonly roles: readonly PartyRole[];
  /** The sectors of what was hit, for the thresholds of ”betydande”. The strictest decides. */
  readonly sectors: readonly Sector[];
  /** Null until somebody has established it: then the clocks run from when the case was noticed, to be safe. */
  readonly knowledge: Knowledge | null;
  /** Where this party's answers differ from the case's: what risk there is, for instance, is each controller's to judge. */
  readonly answers: Answers;
  /** Where what is measured differs from the case's. */
  readonly impact: Impact;
}

/** The aspects by which the municipality judges consequence, and its scale 0–3. */
export interface Consequences {
  readonly confidentiality?: number;
  readonly integrity?: number;
  readonly availability?: number;
  readonly traceability?: number;
}

/** ”Ingen anmälan”: a decision on one duty of one party, that silences its clocks. */
export interface NoReportDecision {
  readonly duty: string;
  readonly partyId: string;
  readonly reason: string;
  /** Who decided: a person's id. */
  readonly decidedBy: string;
  readonly decidedAt: string;
}

/** That a stage of a duty was done: sent to an authority, told to the people concerned, entered in the record. */
export interface Delivery {
  readonly duty: string;
  readonly partyId: string;
  readonly stage: string;
  readonly sentAt: string;
  /** Such as e-service, telephone, letter. */
  readonly channel: string;
  /** The recipient's own number for it; null when none was given. */
  readonly caseNumber: string | null;
  /** Is there a receipt, a copy, or another proof kept with the case? */
  readonly isProven: boolean;
  /** Why it came late; null when it did not, or when nobody has said. */
  readonly lateReason: string | null;
}

/** That the recipient of a report has asked for more (cybersäkerhetslagen 2 kap. 7 §), and by when. */
export interface AuthorityRequest {
  readonly duty: string;
  readonly partyId: string;
  readonly askedAt: string;
  /** Null when no time was set. */
  readonly dueAt: string | null;
}

/** All that the duties may know of a case. Instants are ISO 8601 in UTC. */
export interface CaseFacts {
  readonly id: string;
  readonly kind: CaseKind;
  /** When it happened; null while nobody knows. */
  readonly occurredAt: string | null;
  /** When somebody in the organisation, or its supplier's channel to it, first noticed: the earliest start of a clock. */
  readonly noticedAt: string;
  /** When the incident was handled and over; null while it goes on. */
  readonly handledAt: string | null;
  /** The day that facts in the registration changed; null when none did. */
  readonly registrationChangedOn: string | null;
  readonly answers: Answers;
  readonly consequences: Consequences;
  readonly impact: Impact;
  readonly parties: readonly AffectedParty[];
  readonly decisions: readonly NoReportDecision[];
  readonly deliveries: readonly Delivery[];
  readonly requests: readonly AuthorityRequest[];
}

/** The answer that holds for a party: its own, else the case's; null while nobody has answered. */
export function answerFor(
  { answers }: Pick<CaseFacts, 'answers'>,
  party: Pick<AffectedParty, 'answers'>,
  question: QuestionKey,
): TriageAnswer | null {
  return (party.answers[question] ?? answers[question])?.answer ?? null;
}
