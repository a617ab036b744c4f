import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { familyNames } from '../src/audit/families.ts';
import { ruleStates } from '../src/audit/retention/retention-rule.ts';
import { deliveryOutcomes } from '../src/audit/witnesses/delivery.ts';
import { schedules, witnessKinds } from '../src/audit/witnesses/witness.ts';
import { sections, verdicts } from '../src/clauses/clause.ts';
import { partyRoles, sectors, triageAnswers } from '../src/duties/case-facts.ts';
import { termUnits } from '../src/duties/dated.ts';
import { dutyVerdicts, tracks, verificationStates } from '../src/duties/duty.ts';
import { stageStates } from '../src/duties/stages.ts';
import { ways } from '../src/governance/acknowledgements/acknowledgement.ts';
import { recipientStates } from '../src/governance/acknowledgements/campaign.list.store.ts';
import { campaignStates, closings } from '../src/governance/acknowledgements/campaign.ts';
import { lineOutcomes } from '../src/governance/acknowledgements/paper-list.ts';
import { questionAudiences } from '../src/governance/acknowledgements/questions/question-set.ts';
import { targetNames } from '../src/governance/acknowledgements/target.ts';
import { adviceStates, entryKinds, supportRoles } from '../src/governance/advice/advice.ts';
import { conflictDecisions, reviewOutcomes } from '../src/governance/agreement-reviews/agreement-review.ts';
import { changeKinds } from '../src/governance/documents/compare/counts.ts';
import { decidingBodies } from '../src/governance/documents/deciding/bodies.ts';
import { documentKinds, documentScopes, versionStates } from '../src/governance/documents/document.ts';
import { commentOutcomes } from '../src/governance/documents/referral/referral.ts';
import { allowedSiteKinds } from '../src/governance/publication/allowed-site.ts';
import { checkOutcomes } from '../src/governance/publication/place-check.ts';
import { placeKinds } from '../src/governance/publication/publication.ts';
import { offices, scopeKinds } from '../src/kernel/offices.ts';
import { registerNames } from '../src/kernel/registers.ts';
import { channels, mailStates } from '../src/mail/mail.ts';
import { appointmentStates } from '../src/people/appointments/appointment.ts';
import { bodyKinds } from '../src/people/organisation/bodies/body.ts';
import { entityKinds } from '../src/people/organisation/entities/entity.ts';
import { standings } from '../src/people/organisation/row.ts';
import { stepKinds } from '../src/people/organisation/units/plan.ts';
import { unitKinds } from '../src/people/organisation/units/unit.ts';
import { personKinds } from '../src/people/person.facts.ts';
import { personStates } from '../src/people/persons/person.ts';
import { deviationStates } from '../src/registers/deviations/deviation.ts';
import { holderKinds } from '../src/registers/default-owners/default-owner.ts';
import { stances } from '../src/registers/exceptions/exception-steps.ts';
import { exceptionStates } from '../src/registers/exceptions/exception.ts';
import { effects, measureStates, resourceAnswers } from '../src/registers/measures/measure.ts';
import { riskLevels } from '../src/registers/risk.ts';
import { alarmSteps } from '../src/registers/incidents/duties/alarm.ts';
import { reportStates } from '../src/registers/incidents/duties/authority-report.ts';
import { deadlineStandings } from '../src/duties/deadlines.ts';
import { clockSteps } from '../src/registers/incidents/duties/clock.ts';
import { ruleVerdicts } from '../src/registers/handling-rules/judge.ts';
import { informationStates } from '../src/registers/information/information.ts';
import { attestKinds } from '../src/registers/incidents/attest.ts';
import { channelOutcomes } from '../src/registers/incidents/channel/channel-test.ts';
import { contactKinds } from '../src/registers/incidents/contact.ts';
import {
  incidentKinds,
  incidentStates,
  latenesses,
  reporterKinds,
  secretParts,
  timelineKinds,
} from '../src/registers/incidents/incident.ts';
import { letterOutcomes } from '../src/registers/incidents/mail-intake/mail-intake.ts';
import { publicStates } from '../src/registers/incidents/report.ts';
import {
  activities,
  aspects,
  carriers,
  personalDataAnswers,
  personalDataKinds,
} from '../src/registers/information/vocabulary.ts';
import { copyKinds } from '../src/registers/plans/binder/binder-copy.ts';
import { exerciseKinds } from '../src/registers/plans/exercises/exercise.ts';
import { planKinds, responsibleOffices } from '../src/registers/plans/plan-content.ts';
import { planStates } from '../src/registers/plans/standing.ts';
import { lifecycles } from '../src/registers/systems/lifecycle.ts';
import { providerKinds } from '../src/registers/systems/system.ts';

/**
 * Holds docs/ordlista.md against the code, both ways: every value of these vocabularies has its row under the heading
 * that bears the vocabulary's name, and every identifier in the list stands in the code. Prints each breach; exits 1.
 */
const vocabularies: Readonly<Record<string, readonly string[]>> = {
  registerNames,
  familyNames,
  ruleStates,
  entityKinds,
  bodyKinds,
  unitKinds,
  standings,
  stepKinds,
  personKinds,
  personStates,
  offices,
  scopeKinds,
  appointmentStates,
  informationStates,
  carriers,
  activities,
  aspects,
  personalDataAnswers,
  personalDataKinds,
  holderKinds,
  ruleVerdicts,
  lifecycles,
  providerKinds,
  documentKinds,
  documentScopes,
  versionStates,
  commentOutcomes,
  changeKinds,
  decidingBodies,
  placeKinds,
  checkOutcomes,
  allowedSiteKinds,
  supportRoles,
  adviceStates,
  entryKinds,
  incidentKinds,
  incidentStates,
  reporterKinds,
  timelineKinds,
  secretParts,
  publicStates,
  attestKinds,
  channelOutcomes,
  contactKinds,
  latenesses,
  reviewOutcomes,
  conflictDecisions,
  planKinds,
  planStates,
  responsibleOffices,
  exerciseKinds,
  copyKinds,
  campaignStates,
  closings,
  ways,
  recipientStates,
  questionAudiences,
  lineOutcomes,
  targetNames,
  verdicts,
  sections,
  tracks,
  partyRoles,
  verificationStates,
  dutyVerdicts,
  stageStates,
  reportStates,
  clockSteps,
  deadlineStandings,
  alarmSteps,
  letterOutcomes,
  termUnits,
  triageAnswers,
  sectors,
  witnessKinds,
  schedules,
  deliveryOutcomes,
  mailStates,
  channels,
  measureStates,
  resourceAnswers,
  effects,
  deviationStates,
  exceptionStates,
  stances,
  riskLevels,
};

interface Row {
  readonly heading: string;
  readonly cells: readonly string[];
  readonly identifier: string;
}

const root = new URL('..', import.meta.url).pathname;
const rows = readRows(await readFile(join(root, 'docs/ordlista.md'), 'utf8'));
const code = await readCode();
const breaches = [...checkRows(), ...Object.entries(vocabularies).flatMap(checkVocabulary)];
for (const breach of breaches) console.error(`  ${breach}`);
console.log(
  breaches.length === 0 ? `${rows.length} notions, each with its words.` : `${breaches.length} faults.`,
);
process.exitCode = breaches.length === 0 && rows.length > 0 ? 0 : 1;

function readRows(markdown: string): Row[] {
  let heading = '';
  const found: Row[] = [];
  for (const line of markdown.split('\n')) {
    if (line.startsWith('#')) heading = line;
    if (!line.startsWith('|') || /^\|(?:-+\||\s*svenska\s*\|)/.test(line)) continue;
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    found.push({ heading, cells, identifier: /^`(\w+)`$/.exec(cells[2] ?? '')?.[1] ?? '' });
  }
  return found;
}

/** All the code and the data model as one text; the words people read are left out, since they are what is checked. */
async function readCode(): Promise<string> {
  const parts: string[] = [];
  for (const folder of ['src', 'db']) {
    const names = await readdir(join(root, folder), { recursive: true });
    for (const name of names.filter((one) => /\.(ts|sql)$/.test(one) && !/\.(texts|test)\./.test(one))) {
      parts.push(await readFile(join(root, folder, name), 'utf8'));
    }
  }
  return parts.join('\n');
}

function checkRows(): string[] {
  return rows.flatMap((row, index) => {
    const name = `${row.heading}: ${row.cells.join(' · ')}`;
    const isTwice = rows.findIndex((one) => sameNotion(one, row)) !== index;
    if (row.cells.length !== 3 || row.cells.includes('')) return [`${name}: three words are needed`];
    if (row.identifier === '') return [`${name}: the identifier must stand alone in backticks`];
    if (isTwice) return [`${name}: stands twice`];
    return new RegExp(`\\b${row.identifier}\\b`).test(code) ? [] : [`${name}: not in the code`];
  });
}

function sameNotion(one: Row, other: Row): boolean {
  return one.heading === other.heading && one.identifier === other.identifier;
}

function checkVocabulary([name, values]: [string, readonly string[]]): string[] {
  const listed = rows.filter((row) => row.heading.includes(`(\`${name}\`)`)).map((row) => row.identifier);
  const missing = values.filter((value) => !listed.includes(value));
  const strange = listed.filter((identifier) => !values.includes(identifier));
  return [
    ...missing.map((value) => `${name}: ${value} has no row`),
    ...strange.map((identifier) => `${name}: ${identifier} is not one of its values`),
  ];
}
