import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { canonical } from '../../../kernel/audit/canonical.ts';
import type { Id, PersonId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, IdOf, Line, Prose, type Static } from '../../../kernel/schema.ts';
import { contentHash } from './content-hash.ts';
import { isNight } from './night.ts';
import type { StageField } from '../../../duties/duty.ts';
import type { DutyStanding } from '../../../duties/evaluate.ts';
import type { StageStanding } from '../../../duties/stages.ts';
import { withWriter } from '../../writers.ts';
import { caseFactsOf } from '../case-facts.ts';
import { stepped } from '../incident.ts';
import { knownOfParty } from './known.ts';
import { arisingOf, dutyEvent, dutyFault, hasReport, type LoadedDuties, type NextDuty } from './delivery.ts';

export const reportStates = ['draft', 'approved', 'sent'] as const;

/** What is reported in one stage of a duty, or what supplements it. */
export interface AuthorityReport {
  readonly id: Id<'IncidentReport'>;
  readonly version: number;
  readonly partyId: string;
  readonly duty: string;
  readonly stage: string;
  /** 1 is the report, the following are supplements. */
  readonly number: number;
  readonly state: (typeof reportStates)[number];
  /** What is said, by the keys of the stage's fields. */
  readonly said: Readonly<Record<string, string>>;
  /** Who has written in it last. */
  readonly writtenBy: PersonId | null;
  /** Everybody who has written in it, in the order they came: none of them is the second pair of eyes. */
  readonly writers: readonly PersonId[];
  readonly approvedBy: PersonId | null;
  readonly approvedAt: Date | null;
  readonly aloneReason: string;
  /** SHA-256 of what was frozen, in hexadecimal. */
  readonly contentHash: string | null;
  readonly deliveryId: string | null;
}

/** What an authority answered to a report. */
export interface Reply {
  readonly id: Id<'IncidentReply'>;
  readonly reportId: string;
  readonly receivedAt: Date;
  readonly text: string;
  readonly notedBy: PersonId | null;
}

/** A case with its reports, and what can be written of it beforehand. */
export interface LoadedReports extends LoadedDuties {
  readonly reports: readonly AuthorityReport[];
  readonly aloneAtNight: boolean;
  /** What the case itself says, by the keys of fields. */
  readonly known: Readonly<Record<string, string>>;
}

export interface NextReport extends NextDuty {
  readonly report: AuthorityReport;
  readonly reply?: Reply;
}

/** The fields that must say something and do not. */
export function missingFields(
  fields: readonly StageField[],
  said: Readonly<Record<string, string>>,
): readonly StageField[] {
  return fields.filter(({ key, isRequired }) => isRequired && (said[key] ?? '').trim() === '');
}

/** Has this person written anything in the report? */
export function hasWritten(
  { writers }: Pick<AuthorityReport, 'writers'>,
  personId: PersonId | null,
): boolean {
  return personId !== null && writers.includes(personId);
}

export const draftInput = Fields({ partyId: IdOf<'IncidentParty'>(), duty: Line(80), stage: Line(60) });

export const draftRefusals = [
  'notTriaged',
  'merged',
  'dutyUnknown',
  'stageUnknown',
  'noReportToWrite',
  'draftWaits',
] as const;

/**
 * Begins the report of a stage with what the case says already; where one has been sent, a supplement that begins with what
 * that said. What concerns protective security has no fields, and so no report here.
 */
export function draftReport(
  loaded: LoadedReports,
  input: Static<typeof draftInput>,
  { actor, now, newId }: Circumstances,
): Decision<NextReport> | Refusal {
  const fault = dutyFault(loaded);
  if (fault !== null) return fault;
  const standing = arisingOf(loaded, input, now);
  if ('refused' in standing) return standing;
  const found = standing.stages.find((one) => one.stage.key === input.stage);
  if (found === undefined) return refuse('stageUnknown', { field: 'stage' });
  if (!hasReport(standing, found)) return refuse('noReportToWrite');
  const earlier = loaded.reports.filter(
    (one) => one.partyId === input.partyId && one.duty === input.duty && one.stage === input.stage,
  );
  if (earlier.some((one) => one.state !== 'sent')) return refuse('draftWaits');
  const known = earlier.at(-1)?.said ?? { ...loaded.known, ...knownOf(loaded, standing) };
  const said = Object.fromEntries(found.stage.fields.map(({ key }) => [key, known[key] ?? '']));
  const report: AuthorityReport = {
    id: newId<'IncidentReport'>(),
    version: 1,
    ...input,
    number: earlier.length + 1,
    state: 'draft',
    said,
    writtenBy: actor.personId,
    writers: withWriter([], actor.personId),
    approvedBy: null,
    approvedAt: null,
    aloneReason: '',
    contentHash: null,
    deliveryId: null,
  };
  return reportStep('incident.reportDrafted', loaded, standing, report);
}

function knownOf({ parts }: LoadedReports, { party }: DutyStanding): Record<string, string> {
  return knownOfParty(caseFactsOf(parts), party, parts.figures);
}

function reportStep(
  kind: string,
  { incident }: LoadedDuties,
  { duty, party }: DutyStanding,
  report: AuthorityReport,
): Decision<NextReport> {
  const after = stepped(incident, {});
  const event = dutyEvent(kind, incident, after, [`incidentReport:${report.id}`], {
    duty: duty.number,
    party: party.name,
    stage: report.stage,
    'report.number': report.number,
    contentHash: report.contentHash,
    alone: report.aloneReason === '' ? null : true,
  });
  return { next: { incident: after, report }, event };
}

/** Which report a step is of. */
export const reportId = { reportId: IdOf<'IncidentReport'>() } as const;

export const writeInput = Fields({
  ...reportId,
  said: Type.Array(Fields({ key: Line(60), text: Prose(6000) }), { maxItems: 60 }),
});

export const writeRefusals = [
  'notTriaged',
  'merged',
  'reportUnknown',
  'frozen',
  'fieldUnknown',
  'nothingChanged',
];

/** Writes in a draft. */
export function writeReport(
  loaded: LoadedReports,
  input: Static<typeof writeInput>,
  { actor, now }: Circumstances,
): Decision<NextReport> | Refusal {
  const found = openReport(loaded, input.reportId, now);
  if ('refused' in found) return found;
  const { report, standing, stage } = found;
  if (report.state !== 'draft') return refuse('frozen');
  const keys = new Set(stage.stage.fields.map((one) => one.key));
  if (input.said.some(({ key }) => !keys.has(key))) return refuse('fieldUnknown', { field: 'said' });
  const said = { ...report.said, ...Object.fromEntries(input.said.map(({ key, text }) => [key, text])) };
  if (canonical(said) === canonical(report.said)) return refuse('nothingChanged');
  const writers = withWriter(report.writers, actor.personId);
  const after = { ...report, version: report.version + 1, said, writtenBy: actor.personId, writers };
  return reportStep('incident.reportWritten', loaded, standing, after);
}

/** A report that a step can be taken with. */
export interface OpenReport {
  readonly report: AuthorityReport;
  readonly standing: DutyStanding;
  readonly stage: StageStanding;
}

/** A report with its duty as it stands now. An answer that was changed so that the duty no longer arises stops it. */
export function openReport(loaded: LoadedReports, id: string, now: Date): OpenReport | Refusal {
  const fault = dutyFault(loaded);
  if (fault !== null) return fault;
  const report = loaded.reports.find((one) => one.id === id);
  if (report === undefined) return refuse('reportUnknown', { field: 'reportId' });
  const standing = arisingOf(loaded, report, now);
  if ('refused' in standing) return standing;
  const stage = standing.stages.find((one) => one.stage.key === report.stage);
  return stage === undefined ? refuse('stageUnknown') : { report, standing, stage };
}

export const approveInput = Fields({ ...reportId, aloneReason: Prose(500) });

export const approveRefusals = [
  'notTriaged',
  'merged',
  'dutyUnknown',
  'stageUnknown',
  'reportUnknown',
  'frozen',
  'fieldsMissing',
  'notAPerson',
  'sameWriter',
  'aloneReasonMissing',
] as const;

/**
 * Approves what others have written, and freezes it: whoever has written anything in it is not the second, whoever wrote last. At night one person alone may do both where the municipality has
 * decided so, and then says why.
 */
export function approveReport(
  loaded: LoadedReports,
  input: Static<typeof approveInput>,
  { actor, now }: Circumstances,
): Decision<NextReport> | Refusal {
  const found = openReport(loaded, input.reportId, now);
  if ('refused' in found) return found;
  const { report, standing, stage } = found;
  if (report.state !== 'draft') return refuse('frozen');
  const missing = missingFields(stage.stage.fields, report.said);
  if (missing.length > 0) return refuse('fieldsMissing', { field: 'said' });
  if (actor.personId === null && actor.kind !== 'system') return refuse('notAPerson');
  const isAlone = hasWritten(report, actor.personId);
  if (isAlone && !(loaded.aloneAtNight && isNight(now))) return refuse('sameWriter');
  const aloneReason = input.aloneReason.trim();
  if (isAlone && aloneReason.length < 3) return refuse('aloneReasonMissing', { field: 'aloneReason' });
  const after: AuthorityReport = {
    ...report,
    version: report.version + 1,
    state: 'approved',
    approvedBy: actor.personId,
    approvedAt: now,
    aloneReason: isAlone ? aloneReason : '',
    contentHash: contentHash(report),
  };
  return reportStep('incident.reportApproved', loaded, standing, after);
}

export const reopenReportInput = Fields(reportId);
export const reopenReportRefusals = [
  'notTriaged',
  'merged',
  'dutyUnknown',
  'stageUnknown',
  'reportUnknown',
  'notApproved',
] as const;

/** Takes an approval back before anything was sent: the report is a draft again, and is approved anew. */
export function reopenReport(
  loaded: LoadedReports,
  id: string,
  { now }: Circumstances,
): Decision<NextReport> | Refusal {
  const found = openReport(loaded, id, now);
  if ('refused' in found) return found;
  if (found.report.state !== 'approved') return refuse('notApproved');
  const after: AuthorityReport = {
    ...found.report,
    version: found.report.version + 1,
    state: 'draft',
    approvedBy: null,
    approvedAt: null,
    aloneReason: '',
    contentHash: null,
  };
  return reportStep('incident.reportReopened', loaded, found.standing, after);
}
