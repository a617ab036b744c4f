import type { Bilingual } from '../clauses/clause.ts';
import type {
  AffectedParty,
  CaseFacts,
  ImpactMeasure,
  PartyRole,
  QuestionKey,
  Sector,
  TriageAnswer,
} from './case-facts.ts';
import type { DutyData } from './dated.ts';

/** The laws and rules that duties spring from, in the order they are shown; also the folders of this directory. */
export const tracks = [
  'sakerhetsskydd',
  'cybersakerhet',
  'dataskydd',
  'vard',
  'socialtjanst',
  'kommunikation',
  'ovrigt',
] as const;
export type Track = (typeof tracks)[number];

/**
 * How sure we are of what is said: read in the official text; reported by somebody else who says they read it; or not
 * settled by any source we could open, so that a lawyer must be asked.
 */
export const verificationStates = [
  'verifiedAgainstOfficialText',
  'reportedBySecondarySource',
  'unsettled',
] as const;
export type VerificationState = (typeof verificationStates)[number];

export interface Verification {
  readonly state: VerificationState;
  /** The day the source was read. */
  readonly on: string;
  /** Where it was read, in words. */
  readonly source: string;
}

/** Terms are dated data (terms.ts), so that a changed law is a row. The words are in duty.texts. */
export const termKeys = [
  'cyberEarlyWarning',
  'cyberNotification',
  'cyberNotificationTrust',
  'cyberRequest',
  'cyberFinal',
  'cyberFinalAfterHandling',
  'cyberRecipients',
  'cyberRegistration',
  'protectiveSecurity',
  'breachNotification',
  'breachProcessor',
  'breachPeople',
  'breachRecord',
  'lexMaria',
  'patient',
  'lexSarahInternal',
  'lexSarahExternal',
  'communications',
  'communicationsSubscribers',
  'police',
  'agreement',
] as const;
export type TermKey = (typeof termKeys)[number];

/** Recipients are dated data too (recipients.ts). */
export const recipientKeys = [
  'csirt',
  'contactPoint',
  'serviceRecipients',
  'securityPolice',
  'securityClients',
  'dataProtectionAuthority',
  'controllers',
  'dataSubjects',
  'ownRecord',
  'careInspectorate',
  'patient',
  'committeeOrProvider',
  'communicationsAuthority',
  'subscribers',
  'police',
  'counterparty',
] as const;
export type RecipientKey = (typeof recipientKeys)[number];

/** From what a stage's clock runs. All but `knowledge` may not have happened yet; then the stage waits for it. */
export const clockStarts = [
  /** The party knew of the incident. */
  'knowledge',
  /** Another stage of the law was sent: `after` says which. */
  'delivery',
  /** The incident was handled. */
  'handled',
  /** The recipient asked. */
  'request',
  /** Registered facts changed. */
  'registrationChange',
] as const;
export type ClockStart = (typeof clockStarts)[number];

/** What the report must hold. `isRequired` as the source says; who reports may always say more. */
export interface StageField {
  readonly key: string;
  readonly isRequired: boolean;
  readonly label: Bilingual;
}

/** One thing to do within a duty: a report, a message, an entry. */
export interface Stage {
  readonly key: string;
  readonly title: Bilingual;
  /** How long: a row of the terms that holds on the day the clock starts. */
  readonly term: TermKey;
  /** Another term for who has a certain role. */
  readonly termFor?: { readonly role: PartyRole; readonly term: TermKey };
  readonly start: ClockStart;
  /** With `delivery`: the duty and stage that must have been sent. */
  readonly after?: { readonly duty: string; readonly stage: string };
  readonly recipient: RecipientKey;
  readonly fields: readonly StageField[];
  /** How sure we are of the fields, which often stand elsewhere than the duty itself; null where there are none. */
  readonly fieldsVerification: Verification | null;
}

/** Why a duty arises, may arise, or does not. The words are in duty.texts. */
export const reasonCodes = [
  'answeredYes',
  'thresholdReached',
  'notAnswered',
  'answeredUnknown',
  'canCauseSerious',
  'seriousConsequence',
  'judgedUnlikelyRisk',
  'judgedNotHighRisk',
  'everyBreachIsRecorded',
  'followsNotification',
  'stillGoingOn',
  'authorityAsked',
  'notAskedYet',
  'finalReportSent',
  'handledBeforeFinal',
  'notificationNotSent',
  'urgedNotDemanded',
  'answeredNo',
  'noSystem',
  'noPersonalData',
  'unlikelyRisk',
  'careNotAffected',
  'noMisconduct',
  'roleMissing',
  'legalEntityAnswers',
  'notInForce',
  'noLongerInForce',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** A reason, with what it turns on. */
export interface Because {
  readonly code: ReasonCode;
  readonly question?: QuestionKey;
  readonly role?: PartyRole;
  readonly sector?: Sector;
  readonly measure?: ImpactMeasure;
  readonly value?: number;
  readonly limit?: number;
  /** The day that a law came into force, or ceased to be. */
  readonly day?: string;
}

/**
 * What the engine can say of a duty for a party. It never says that there is no duty because a threshold of time was
 * not reached: cybersäkerhetslagen 2 kap. 5 § counts what an incident *can* cause, so that takes a decision.
 */
export const dutyVerdicts = ['thresholdMet', 'decisionNeeded', 'doesNotArise'] as const;
export type DutyVerdict = (typeof dutyVerdicts)[number];

export interface Ground {
  readonly verdict: DutyVerdict;
  readonly because: Because;
}

/** What a rule is given: the case, the party, and the answers that hold for it. */
export interface Circumstance {
  readonly facts: CaseFacts;
  readonly party: AffectedParty;
  answer(question: QuestionKey): TriageAnswer | null;
  /** The instant the question is asked, ISO 8601 in UTC. */
  readonly now: string;
  /** When the party's clocks start: its knowledge, else when the case was noticed. */
  readonly knownAt: string;
  /** The Swedish days of `now` and `knownAt`: asked for by every stage of every duty. */
  readonly today: string;
  readonly knownOn: string;
  readonly data: DutyData;
}

/**
 * The duty as the law stood for a time. Which version holds for a case turns on the day named by `governedBy`: that is
 * the transition rule, and `transition` tells it in words.
 */
export interface DutyVersion {
  readonly from: string;
  /** The last day; null while it is in force. */
  readonly until: string | null;
  readonly governedBy: 'knowledge' | 'occurrence' | 'registrationChange';
  readonly transition: Bilingual;
  readonly citation: readonly string[];
  readonly verification: Verification;
  readonly stages: readonly Stage[];
  /** When the law itself lets a report be left out although the duty arises; null: never. */
  readonly exceptions: Bilingual | null;
  /** Pure. The role has been looked at already. */
  arises(circumstance: Circumstance): Ground;
}

/** What makes somebody do it: a law; an authority that must urge to it; what has been agreed. */
export const bindings = ['law', 'urged', 'agreed'] as const;
export type Binding = (typeof bindings)[number];

/** A duty that the law lays on somebody when something has happened. */
export interface LegalDuty {
  /** Equal to the file's path below src/duties, without its ending. Never changed: cases point at it. */
  readonly id: string;
  /** Short and never reused, ”C1”. */
  readonly number: string;
  readonly track: Track;
  readonly binding: Binding;
  /** Whom it binds; null: every legal entity. */
  readonly role: PartyRole | null;
  readonly title: Bilingual;
  /** When it arises, in plain words of our own. */
  readonly when: Bilingual;
  /** What must be done, in plain words of our own. */
  readonly what: Bilingual;
  /** Oldest first, without overlap. */
  readonly versions: readonly DutyVersion[];
}
