import type { Reader } from '../kernel/db.ts';
import type { Table } from '../kernel/facts.ts';
import { current, type Selection } from '../kernel/recorded.ts';
import type { RegisterName } from '../kernel/registers.ts';
import {
  readAcknowledgedFacts,
  readCampaignFacts,
  readCampaignTargetFacts,
  readExternalPartyFacts,
  readPolicyCoverFacts,
  readUnitAttestFacts,
  subjectsOf,
} from '../governance/acknowledgements/acknowledgement.facts.store.ts';
import {
  readAdviceFacts,
  readAdviceTargetFacts,
  readSupportContactFacts,
} from '../governance/advice/advice.facts.store.ts';
import { readAgreementReviewFacts } from '../governance/agreement-reviews/agreement-review.facts.store.ts';
import {
  readDemandAttestFacts,
  readDocumentFacts,
  readDocumentParentFacts,
  readDocumentVersionFacts,
  readPublicationPlaceFacts,
  readSentenceFacts,
} from '../governance/documents/document.facts.store.ts';
import { readAppointmentFacts, readAppointmentFactsOfPersons } from '../people/appointment.facts.store.ts';
import { readBodyFacts, readEntityFacts, readUnitFacts } from '../people/organisation.facts.store.ts';
import type { PersonCountFact } from '../people/person.facts.ts';
import { readPersonCounts, readPersonFacts, readPersonSourceFacts } from '../people/person.facts.store.ts';
import {
  readDefaultOwnerFacts,
  readHandlingFacts,
  readHandlingRuleFacts,
  readInformationFacts,
  readInformationFactsOfDecisions,
} from '../registers/information/information.facts.store.ts';
import { readDeviationFacts } from '../registers/deviations/deviation.facts.store.ts';
import { readExceptionFacts } from '../registers/exceptions/exception.facts.store.ts';
import { readMeasureFacts } from '../registers/measures/measure.facts.store.ts';
import {
  readBinderCopyFacts,
  readExerciseFacts,
  readPlanFacts,
  readPlanVersionFacts,
} from '../registers/plans/plan.facts.store.ts';
import { readSystemFacts, readSystemInformationFacts } from '../registers/systems/system.facts.store.ts';
import { readLogVerificationFacts } from '../audit/verification/verification.facts.store.ts';
import { readWitnessFacts } from '../audit/witnesses/witness.facts.store.ts';
import { readClauseSettingFacts } from '../settings/clause-setting.facts.store.ts';
import type { Facts } from './facts.ts';

/** Which records of which registers events named. */
export type Touched = ReadonlyMap<RegisterName, ReadonlySet<string>>;

/**
 * Reads all facts: as they stand now, or as they were recorded at an instant. `day` is the day persons are counted on.
 * The caller opens the transaction that makes it one snapshot.
 */
export async function loadFacts(db: Reader, selection: Selection, day: string): Promise<Facts> {
  return {
    entities: byId(await readEntityFacts(db, selection)),
    bodies: byId(await readBodyFacts(db, selection)),
    units: byId(await readUnitFacts(db, selection)),
    people: byId(await readPersonFacts(db, selection)),
    personCounts: counted(await readPersonCounts(db, selection, day)),
    personSources: byId(await readPersonSourceFacts(db, selection)),
    appointments: byId(await readAppointmentFacts(db, selection)),
    information: byId(await readInformationFacts(db, selection)),
    handlings: byId(await readHandlingFacts(db, selection)),
    handlingRules: byId(await readHandlingRuleFacts(db, selection)),
    defaultOwners: byId(await readDefaultOwnerFacts(db, selection)),
    systems: byId(await readSystemFacts(db, selection)),
    systemInformation: byId(await readSystemInformationFacts(db, selection)),
    documents: byId(await readDocumentFacts(db, selection)),
    documentVersions: byId(await readDocumentVersionFacts(db, selection)),
    sentences: byId(await readSentenceFacts(db, selection)),
    documentParents: byId(await readDocumentParentFacts(db, selection)),
    demandAttests: byId(await readDemandAttestFacts(db, selection)),
    publicationPlaces: byId(await readPublicationPlaceFacts(db, selection)),
    advice: byId(await readAdviceFacts(db, selection)),
    adviceTargets: byId(await readAdviceTargetFacts(db, selection)),
    supportContacts: byId(await readSupportContactFacts(db, selection)),
    agreementReviews: byId(await readAgreementReviewFacts(db, selection)),
    measures: byId(await readMeasureFacts(db, selection)),
    deviations: byId(await readDeviationFacts(db, selection)),
    exceptions: byId(await readExceptionFacts(db, selection)),
    plans: byId(await readPlanFacts(db, selection)),
    planVersions: byId(await readPlanVersionFacts(db, selection)),
    exercises: byId(await readExerciseFacts(db, selection)),
    binderCopies: byId(await readBinderCopyFacts(db, selection)),
    acknowledged: byId(await readAcknowledgedFacts(db, selection)),
    policyCovers: byId(await readPolicyCoverFacts(db, selection)),
    campaigns: byId(await readCampaignFacts(db, selection)),
    campaignTargets: byId(await readCampaignTargetFacts(db, selection)),
    unitAttests: byId(await readUnitAttestFacts(db, selection)),
    externalParties: byId(await readExternalPartyFacts(db, selection)),
    clauseSettings: byId(await readClauseSettingFacts(db, selection)),
    witnesses: byId(await readWitnessFacts(db, selection)),
    logVerifications: byId(await readLogVerificationFacts(db, selection)),
  };
}

type ReadById<Fact> = (db: Reader, selection: Selection) => Promise<readonly Fact[]>;

/** Renews of a table only the rows named; a row that is no longer a fact goes. Untouched, it is the same table. */
async function renewed<Fact extends { readonly id: string }>(
  db: Reader,
  table: Table<Fact>,
  ids: ReadonlySet<string> | undefined,
  read: ReadById<Fact>,
): Promise<Table<Fact>> {
  if (ids === undefined) return table;
  return replaced(table, ids, await read(db, { kind: 'ids', ids: [...ids] }));
}

function replaced<Fact extends { readonly id: string }>(
  table: Table<Fact>,
  ids: Iterable<string>,
  facts: readonly Fact[],
): Table<Fact> {
  const next = new Map(table);
  const found = new Map(facts.map((fact) => [fact.id, fact]));
  for (const id of ids) {
    if (!found.has(id)) next.delete(id);
  }
  for (const fact of facts) next.set(fact.id, fact);
  return next;
}

/**
 * The facts after the records in `touched` have changed: those are read again, the rest is kept, table by table, with
 * its identity, so that a clause that reads none of the changed tables need not be judged again.
 */
export async function renewFacts(db: Reader, facts: Facts, touched: Touched, day: string): Promise<Facts> {
  const of = (register: RegisterName) => touched.get(register);
  const persons = of('person');
  const documents = of('document') ?? of('documentVersion') ?? of('sentence');
  return {
    entities: await renewed(db, facts.entities, of('entity'), readEntityFacts),
    bodies: await renewed(db, facts.bodies, of('body'), readBodyFacts),
    units: await renewed(db, facts.units, of('unit'), readUnitFacts),
    people: await renewed(db, facts.people, persons, readPersonFacts),
    personCounts:
      persons === undefined ? facts.personCounts : counted(await readPersonCounts(db, current, day)),
    personSources: await renewed(db, facts.personSources, of('personSource'), readPersonSourceFacts),
    appointments: await renewedAppointments(db, facts, of('appointment'), persons),
    information: await renewedInformation(db, facts, touched),
    handlings: await renewed(db, facts.handlings, of('handling'), readHandlingFacts),
    handlingRules: await renewed(db, facts.handlingRules, of('handlingRule'), readHandlingRuleFacts),
    defaultOwners: await renewed(db, facts.defaultOwners, of('defaultOwner'), readDefaultOwnerFacts),
    systems: await renewed(db, facts.systems, of('system'), readSystemFacts),
    systemInformation: await renewed(
      db,
      facts.systemInformation,
      of('systemInformation'),
      readSystemInformationFacts,
    ),
    documents: await renewed(db, facts.documents, of('document'), readDocumentFacts),
    documentVersions: await renewed(
      db,
      facts.documentVersions,
      of('documentVersion'),
      readDocumentVersionFacts,
    ),
    // Which sentences are facts turns on their version's state, and they are few.
    sentences: documents === undefined ? facts.sentences : byId(await readSentenceFacts(db, current)),
    documentParents: await renewed(db, facts.documentParents, of('documentParent'), readDocumentParentFacts),
    demandAttests: await renewed(db, facts.demandAttests, of('demandAttest'), readDemandAttestFacts),
    publicationPlaces: await renewed(
      db,
      facts.publicationPlaces,
      of('publicationPlace'),
      readPublicationPlaceFacts,
    ),
    advice: await renewed(db, facts.advice, of('advice'), readAdviceFacts),
    adviceTargets: await renewed(db, facts.adviceTargets, of('adviceTarget'), readAdviceTargetFacts),
    supportContacts: await renewed(db, facts.supportContacts, of('supportContact'), readSupportContactFacts),
    agreementReviews: await renewed(
      db,
      facts.agreementReviews,
      of('agreementReview'),
      readAgreementReviewFacts,
    ),
    ...(await renewedFollowUp(db, facts, of)),
    plans: await renewed(db, facts.plans, of('plan'), readPlanFacts),
    planVersions: await renewed(db, facts.planVersions, of('planVersion'), readPlanVersionFacts),
    exercises: await renewed(db, facts.exercises, of('exercise'), readExerciseFacts),
    binderCopies: await renewed(db, facts.binderCopies, of('binderCopy'), readBinderCopyFacts),
    ...(await renewedKnowledge(db, facts, touched)),
    clauseSettings: await renewed(db, facts.clauseSettings, of('clauseSetting'), readClauseSettingFacts),
    witnesses: await renewed(db, facts.witnesses, of('witness'), readWitnessFacts),
    logVerifications: await renewed(
      db,
      facts.logVerifications,
      of('logVerification'),
      readLogVerificationFacts,
    ),
  };
}

/** What is followed up: measures, deviations and exceptions. */
async function renewedFollowUp(
  db: Reader,
  facts: Facts,
  of: (register: RegisterName) => ReadonlySet<string> | undefined,
): Promise<Pick<Facts, 'measures' | 'deviations' | 'exceptions'>> {
  return {
    measures: await renewed(db, facts.measures, of('measure'), readMeasureFacts),
    deviations: await renewed(db, facts.deviations, of('deviation'), readDeviationFacts),
    exceptions: await renewed(db, facts.exceptions, of('exception'), readExceptionFacts),
  };
}

/** The same facts on another day: only the count of persons turns on it, the rest carries its own periods. */
export async function recountedFacts(db: Reader, facts: Facts, day: string): Promise<Facts> {
  return { ...facts, personCounts: counted(await readPersonCounts(db, current, day)) };
}

/** A person's name and period are part of her appointments' facts, so they follow her. */
async function renewedAppointments(
  db: Reader,
  facts: Facts,
  appointments: ReadonlySet<string> | undefined,
  persons: ReadonlySet<string> | undefined,
): Promise<Facts['appointments']> {
  const table = await renewed(db, facts.appointments, appointments, readAppointmentFacts);
  if (persons === undefined) return table;
  const theirs = [...table.values()].filter((one) => persons.has(one.personId)).map((one) => one.id);
  const read = await readAppointmentFactsOfPersons(db, [...persons]);
  return theirs.length === 0 && read.length === 0 ? table : replaced(table, theirs, read);
}

/** Who has been asked to know the policy, who has acknowledged it, and what that is held against. */
async function renewedKnowledge(db: Reader, facts: Facts, touched: Touched) {
  const of = (register: RegisterName) => touched.get(register);
  const hasNewText =
    of('document') !== undefined || of('documentVersion') !== undefined || of('sentence') !== undefined;
  return {
    acknowledged: await renewedAcknowledged(db, facts, of('acknowledgement')),
    policyCovers: !hasNewText ? facts.policyCovers : byId(await readPolicyCoverFacts(db, current)),
    campaigns: await renewed(db, facts.campaigns, of('campaign'), readCampaignFacts),
    campaignTargets: await renewed(db, facts.campaignTargets, of('campaignTarget'), readCampaignTargetFacts),
    unitAttests: await renewed(db, facts.unitAttests, of('unitAttest'), readUnitAttestFacts),
    externalParties: await renewed(db, facts.externalParties, of('externalParty'), readExternalPartyFacts),
  };
}

/** What somebody has acknowledged is kept by her id, and events name the acknowledgement. */
async function renewedAcknowledged(
  db: Reader,
  facts: Facts,
  acknowledgements: ReadonlySet<string> | undefined,
): Promise<Facts['acknowledged']> {
  if (acknowledgements === undefined) return facts.acknowledged;
  const ids = await subjectsOf(db, [...acknowledgements]);
  return replaced(facts.acknowledged, ids, await readAcknowledgedFacts(db, { kind: 'ids', ids }));
}

/** The classification and the handling decision in force are part of the information's fact. */
async function renewedInformation(db: Reader, facts: Facts, touched: Touched): Promise<Facts['information']> {
  const table = await renewed(db, facts.information, touched.get('information'), readInformationFacts);
  const decisions = [...(touched.get('classification') ?? []), ...(touched.get('handlingDecision') ?? [])];
  if (decisions.length === 0) return table;
  const read = await readInformationFactsOfDecisions(db, decisions);
  return replaced(table, [], read);
}

function byId<Fact extends { readonly id: string }>(facts: readonly Fact[]): Table<Fact> {
  return new Map(facts.map((fact) => [fact.id, fact]));
}

function counted(facts: readonly PersonCountFact[]): Table<PersonCountFact> {
  return new Map(facts.map((fact) => [`${fact.kind}:${fact.sourceId ?? ''}`, fact]));
}
