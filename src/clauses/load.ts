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
import { readCaseDutyFacts } from '../registers/incidents/duties/case-duty.facts.store.ts';
import { readMeasureFacts } from '../registers/measures/measure.facts.store.ts';
import {
  readBinderCopyFacts,
  readExerciseFacts,
  readPlanFacts,
  readPlanVersionFacts,
} from '../registers/plans/plan.facts.store.ts';
import {
  readChannelTestFacts,
  readIncidentFacts,
  readReportAttestFacts,
} from '../registers/incidents/incident.facts.store.ts';
import { readSystemFacts, readSystemInformationFacts } from '../registers/systems/system.facts.store.ts';
import { readLogVerificationFacts } from '../audit/verification/verification.facts.store.ts';
import { readWitnessFacts } from '../audit/witnesses/witness.facts.store.ts';
import { readClauseSettingFacts } from '../settings/clause-setting.facts.store.ts';
import type { Facts } from './facts.ts';
import type { Touched } from './held-by-log.store.ts';

type ReadById<Fact> = (db: Reader, selection: Selection) => Promise<readonly Fact[]>;
type FactOf<Name extends keyof Facts> = Facts[Name] extends Table<infer Fact> ? Fact : never;
interface Plain<Fact> {
  readonly register: RegisterName;
  readonly read: ReadById<Fact>;
}

const plainly = <Fact>(register: RegisterName, read: ReadById<Fact>): Plain<Fact> => ({ register, read });

/** Facts that are a register's own rows, one for one: read by their ids, and again when an event names them. */
const plain = {
  entities: plainly('entity', readEntityFacts),
  bodies: plainly('body', readBodyFacts),
  units: plainly('unit', readUnitFacts),
  people: plainly('person', readPersonFacts),
  personSources: plainly('personSource', readPersonSourceFacts),
  handlings: plainly('handling', readHandlingFacts),
  handlingRules: plainly('handlingRule', readHandlingRuleFacts),
  defaultOwners: plainly('defaultOwner', readDefaultOwnerFacts),
  systems: plainly('system', readSystemFacts),
  systemInformation: plainly('systemInformation', readSystemInformationFacts),
  documents: plainly('document', readDocumentFacts),
  documentVersions: plainly('documentVersion', readDocumentVersionFacts),
  documentParents: plainly('documentParent', readDocumentParentFacts),
  demandAttests: plainly('demandAttest', readDemandAttestFacts),
  publicationPlaces: plainly('publicationPlace', readPublicationPlaceFacts),
  advice: plainly('advice', readAdviceFacts),
  adviceTargets: plainly('adviceTarget', readAdviceTargetFacts),
  supportContacts: plainly('supportContact', readSupportContactFacts),
  agreementReviews: plainly('agreementReview', readAgreementReviewFacts),
  measures: plainly('measure', readMeasureFacts),
  deviations: plainly('deviation', readDeviationFacts),
  exceptions: plainly('exception', readExceptionFacts),
  incidents: plainly('incident', readIncidentFacts),
  reportAttests: plainly('reportAttest', readReportAttestFacts),
  channelTests: plainly('channelTest', readChannelTestFacts),
  plans: plainly('plan', readPlanFacts),
  planVersions: plainly('planVersion', readPlanVersionFacts),
  exercises: plainly('exercise', readExerciseFacts),
  binderCopies: plainly('binderCopy', readBinderCopyFacts),
  campaigns: plainly('campaign', readCampaignFacts),
  campaignTargets: plainly('campaignTarget', readCampaignTargetFacts),
  unitAttests: plainly('unitAttest', readUnitAttestFacts),
  externalParties: plainly('externalParty', readExternalPartyFacts),
  clauseSettings: plainly('clauseSetting', readClauseSettingFacts),
  witnesses: plainly('witness', readWitnessFacts),
  logVerifications: plainly('logVerification', readLogVerificationFacts),
} satisfies { readonly [Name in keyof Facts]?: Plain<FactOf<Name>> };

type PlainName = keyof typeof plain;
const plainNames = Object.keys(plain) as PlainName[];
type Row = { readonly id: string };

/**
 * Reads all facts: as they stand now, or as they were recorded at an instant. `day` is the day persons are counted on.
 * The caller opens the transaction that makes it one snapshot.
 */
export async function loadFacts(db: Reader, selection: Selection, day: string): Promise<Facts> {
  const tables: Record<string, Table<Row>> = {};
  for (const name of plainNames) tables[name] = byId<Row>(await plain[name].read(db, selection));
  return {
    ...(tables as unknown as Pick<Facts, PlainName>), // each by the reader that `plain` holds to its own fact
    personCounts: counted(await readPersonCounts(db, selection, day)),
    appointments: byId(await readAppointmentFacts(db, selection)),
    information: byId(await readInformationFacts(db, selection)),
    sentences: byId(await readSentenceFacts(db, selection)),
    acknowledged: byId(await readAcknowledgedFacts(db, selection)),
    policyCovers: byId(await readPolicyCoverFacts(db, selection)),
    caseDuties: byId(await readCaseDutyFacts(db, selection)),
  };
}

/** Renews of a table only the rows named; a row that is no longer a fact goes. Untouched, it is the same table. */
async function renewed<Fact extends Row>(
  db: Reader,
  table: Table<Fact>,
  ids: ReadonlySet<string> | undefined,
  read: ReadById<Fact>,
): Promise<Table<Fact>> {
  if (ids === undefined) return table;
  return replaced(table, ids, await read(db, { kind: 'ids', ids: [...ids] }));
}

function replaced<Fact extends Row>(
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
  const persons = touched.get('person');
  const hasNewText = (['document', 'documentVersion', 'sentence'] as const).some((one) => touched.has(one));
  const tables: Record<string, Table<Row>> = {};
  for (const name of plainNames) {
    const { register, read } = plain[name];
    tables[name] = await renewed<Row>(db, facts[name], touched.get(register), read);
  }
  return {
    ...(tables as unknown as Pick<Facts, PlainName>), // as in loadFacts
    personCounts:
      persons === undefined ? facts.personCounts : counted(await readPersonCounts(db, current, day)),
    appointments: await renewedAppointments(db, facts, touched.get('appointment'), persons),
    information: await renewedInformation(db, facts, touched),
    // Which sentences are facts turns on their version's state, and they are few.
    sentences: hasNewText ? byId(await readSentenceFacts(db, current)) : facts.sentences,
    acknowledged: await renewedAcknowledged(db, facts, touched.get('acknowledgement')),
    policyCovers: hasNewText ? byId(await readPolicyCoverFacts(db, current)) : facts.policyCovers,
    caseDuties: await renewedCaseDuties(db, facts, touched),
  };
}

/** What the law's times are is part of every case's fact: the municipality's own word on them changes them all. */
async function renewedCaseDuties(db: Reader, facts: Facts, touched: Touched): Promise<Facts['caseDuties']> {
  const hasNewLaw = touched.has('dutyTerm') || touched.has('dutyRecipient');
  if (hasNewLaw) return byId(await readCaseDutyFacts(db, current));
  return renewed(db, facts.caseDuties, touched.get('incident'), readCaseDutyFacts);
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
