import type { Table } from '../kernel/facts.ts';
import type { AdviceFact, AdviceTargetFact, SupportContactFact } from '../governance/advice/advice.facts.ts';
import type {
  AcknowledgedFact,
  CampaignFact,
  CampaignTargetFact,
  ExternalPartyFact,
  PolicyCoverFact,
  UnitAttestFact,
} from '../governance/acknowledgements/acknowledgement.facts.ts';
import type { AgreementReviewFact } from '../governance/agreement-reviews/agreement-review.facts.ts';
import type {
  DemandAttestFact,
  DocumentFact,
  DocumentParentFact,
  DocumentVersionFact,
  PublicationPlaceFact,
  SentenceFact,
} from '../governance/documents/document.facts.ts';
import type { AppointmentFact } from '../people/appointment.facts.ts';
import type { BodyFact, EntityFact, UnitFact } from '../people/organisation.facts.ts';
import type { PersonCountFact, PersonFact, PersonSourceFact } from '../people/person.facts.ts';
import type {
  DefaultOwnerFact,
  HandlingFact,
  HandlingRuleFact,
  InformationFact,
} from '../registers/information/information.facts.ts';
import type { DeviationFact } from '../registers/deviations/deviation.facts.ts';
import type { ExceptionFact } from '../registers/exceptions/exception.facts.ts';
import type { CaseDutyFact } from '../registers/incidents/duties/case-duty.facts.ts';
import type { MeasureFact } from '../registers/measures/measure.facts.ts';
import type {
  BinderCopyFact,
  ExerciseFact,
  PlanFact,
  PlanVersionFact,
} from '../registers/plans/plan.facts.ts';
import type {
  ChannelTestFact,
  IncidentFact,
  ReportAttestFact,
} from '../registers/incidents/incident.facts.ts';
import type { SystemFact, SystemInformationFact } from '../registers/systems/system.facts.ts';
import type { LogVerificationFact } from '../audit/verification/verification.facts.ts';
import type { WitnessFact } from '../audit/witnesses/witness.facts.ts';
import type { ClauseSettingFact } from '../settings/clause-setting.facts.ts';

/**
 * All that clauses are judged on: what the registers said at one instant. Each slice projects its own rows; nothing
 * here is a database row. A clause says in `reads` which of these it leans on and is given no other.
 */
export interface Facts {
  readonly entities: Table<EntityFact>;
  readonly bodies: Table<BodyFact>;
  readonly units: Table<UnitFact>;
  readonly people: Table<PersonFact>;
  /** Counted on the snapshot's day, keyed `kind:source`. */
  readonly personCounts: Table<PersonCountFact>;
  readonly personSources: Table<PersonSourceFact>;
  readonly appointments: Table<AppointmentFact>;
  readonly information: Table<InformationFact>;
  readonly handlings: Table<HandlingFact>;
  readonly handlingRules: Table<HandlingRuleFact>;
  readonly defaultOwners: Table<DefaultOwnerFact>;
  readonly systems: Table<SystemFact>;
  readonly systemInformation: Table<SystemInformationFact>;
  readonly documents: Table<DocumentFact>;
  readonly documentVersions: Table<DocumentVersionFact>;
  readonly sentences: Table<SentenceFact>;
  readonly documentParents: Table<DocumentParentFact>;
  readonly demandAttests: Table<DemandAttestFact>;
  readonly publicationPlaces: Table<PublicationPlaceFact>;
  readonly advice: Table<AdviceFact>;
  readonly adviceTargets: Table<AdviceTargetFact>;
  readonly supportContacts: Table<SupportContactFact>;
  readonly agreementReviews: Table<AgreementReviewFact>;
  readonly measures: Table<MeasureFact>;
  readonly deviations: Table<DeviationFact>;
  readonly exceptions: Table<ExceptionFact>;
  /** Cases that are not secret, with what their duties turn on. */
  readonly caseDuties: Table<CaseDutyFact>;
  readonly plans: Table<PlanFact>;
  /** Those that have been decided. */
  readonly planVersions: Table<PlanVersionFact>;
  readonly exercises: Table<ExerciseFact>;
  readonly binderCopies: Table<BinderCopyFact>;
  /** By the id of the person or external party. */
  readonly acknowledged: Table<AcknowledgedFact>;
  readonly policyCovers: Table<PolicyCoverFact>;
  readonly campaigns: Table<CampaignFact>;
  readonly campaignTargets: Table<CampaignTargetFact>;
  readonly unitAttests: Table<UnitAttestFact>;
  readonly externalParties: Table<ExternalPartyFact>;
  /** Only those that may be known of. */
  readonly incidents: Table<IncidentFact>;
  readonly reportAttests: Table<ReportAttestFact>;
  /** The newest, and those made since. */
  readonly channelTests: Table<ChannelTestFact>;
  readonly clauseSettings: Table<ClauseSettingFact>;
  readonly witnesses: Table<WitnessFact>;
  /** The newest, and those made since. */
  readonly logVerifications: Table<LogVerificationFact>;
}

export type FactName = keyof Facts;

/** An installation about which nothing is known yet; what tests start from. */
export const noFacts: Facts = {
  entities: new Map(),
  bodies: new Map(),
  units: new Map(),
  people: new Map(),
  personCounts: new Map(),
  personSources: new Map(),
  appointments: new Map(),
  information: new Map(),
  handlings: new Map(),
  handlingRules: new Map(),
  defaultOwners: new Map(),
  systems: new Map(),
  systemInformation: new Map(),
  documents: new Map(),
  documentVersions: new Map(),
  sentences: new Map(),
  documentParents: new Map(),
  demandAttests: new Map(),
  publicationPlaces: new Map(),
  advice: new Map(),
  adviceTargets: new Map(),
  supportContacts: new Map(),
  agreementReviews: new Map(),
  measures: new Map(),
  deviations: new Map(),
  exceptions: new Map(),
  caseDuties: new Map(),
  plans: new Map(),
  planVersions: new Map(),
  exercises: new Map(),
  binderCopies: new Map(),
  acknowledged: new Map(),
  policyCovers: new Map(),
  campaigns: new Map(),
  campaignTargets: new Map(),
  unitAttests: new Map(),
  externalParties: new Map(),
  incidents: new Map(),
  reportAttests: new Map(),
  channelTests: new Map(),
  clauseSettings: new Map(),
  witnesses: new Map(),
  logVerifications: new Map(),
};
