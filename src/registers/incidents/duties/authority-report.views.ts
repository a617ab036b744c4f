import { Type } from 'typebox';
import { covers, scopeOf } from '../../../kernel/access.ts';
import type { Reader } from '../../../kernel/db.ts';
import { Fields, IdOf, OneOf, OrNull } from '../../../kernel/schema.ts';
import { type Asking, view } from '../../../kernel/view.ts';
import { readDutyData } from '../../../duties/duty-data.store.ts';
import { ShownRecipient } from '../../../duties/shown.ts';
import { stageStates } from '../../../duties/stages.ts';
import { filesOf, readIncidentSetting } from '../file.store.ts';
import { incidentAccess } from '../incident.access.ts';
import { personNames } from '../incident.list.store.ts';
import { readCase } from '../incident.store.ts';
import { circleKeys, handlerKeys, type LoadedCase, numberWord } from '../incident.ts';
import { casePartsOf } from '../party.store.ts';
import { type AuthorityReport, hasWritten, missingFields, reportStates } from './authority-report.ts';
import { hashFormOf, hashForms } from './content-hash.ts';
import { isNight } from './night.ts';
import { repliesTo, reportsOf } from './authority-report.store.ts';
import { standingOf } from './delivery.ts';
import { reportFilesOf } from './report-file.store.ts';
import { reportForms } from './report-forms.ts';

const Text = OrNull(Type.String());

/** What is secret in parts is open, with its reports, to the case's own circle alone. */
export function isWholeTo(loaded: LoadedCase, { scope }: Pick<Asking, 'scope'>): boolean {
  return loaded.incident.secretParts.length === 0 || scope.everything || covers(scope, circleKeys(loaded));
}

/** Does the asker work on the case, so that its duties are hers to see to? */
export function worksOn(loaded: LoadedCase, { actor }: Pick<Asking, 'actor'>): boolean {
  const scope = scopeOf(actor, incidentAccess.work);
  const { state } = loaded.incident;
  return state !== 'reported' && state !== 'merged' && scope !== null && covers(scope, handlerKeys(loaded));
}

/** One report to an authority, with what it says and what it lacks. */
export const authorityReport = view({
  name: 'incident.authorityReport',
  on: 'record',
  permission: incidentAccess.read,
  input: Fields({ reportId: IdOf<'IncidentReport'>() }),
  output: Fields({
    id: Type.String(),
    /** The case's, which its reports go by. */
    version: Type.Integer(),
    caseNumber: Text,
    reportId: Type.String(),
    /** 1 is the report, the following are supplements. */
    part: Type.Integer(),
    state: OneOf(reportStates),
    dutyNumber: Type.String(),
    title: Type.String(),
    party: Type.String(),
    stageState: OrNull(OneOf(stageStates)),
    dueAt: Text,
    recipient: OrNull(ShownRecipient),
    fields: Type.Array(
      Fields({
        key: Type.String(),
        label: Type.String(),
        isRequired: Type.Boolean(),
        isMissing: Type.Boolean(),
        text: Type.String(),
      }),
    ),
    /** Everybody who has written in it. */
    writers: Type.Array(Type.String()),
    approvedBy: Text,
    approvedAt: Text,
    aloneReason: Type.String(),
    contentHash: Text,
    /** What the checksum is right of; null where there is none, or it is wrong. */
    hashForm: OrNull(OneOf(hashForms)),
    /** What has been taken out of it as it is frozen now, by the checksum of the file. */
    takenOut: Type.Array(Fields({ form: OneOf(reportForms), sha256: Type.String(), madeAt: Type.String() })),
    delivery: OrNull(
      Fields({
        sentAt: Type.String(),
        channel: Type.String(),
        caseNumber: Type.String(),
        receipt: Text,
        lateReason: Type.String(),
      }),
    ),
    replies: Type.Array(Fields({ receivedAt: Type.String(), text: Type.String() })),
    /** Those that a receipt can be chosen among. */
    files: Type.Array(Fields({ id: Type.String(), name: Type.String() })),
    mayWork: Type.Boolean(),
    /** Why the asker cannot approve it; null when she can. */
    approveRefused: Text,
    /** She approves alone what she has written, and says why. */
    isAlone: Type.Boolean(),
  }),
  told: { shown: ({ id }) => [`incident:${id}`] },
  // Terms and recipients have validity days of their own.
  past: 'none',
  answer: async (db, { reportId }, asking) => {
    const loaded = await readCase(db, asking.id, asking.scope, asking.today);
    if (loaded === null || !isWholeTo(loaded, asking)) return null;
    const reports = await reportsOf(db, loaded.incident.id);
    const report = reports.find((one) => one.id === reportId);
    return report === undefined ? null : shownReport(db, loaded, report, asking);
  },
});

async function shownReport(db: Reader, loaded: LoadedCase, report: AuthorityReport, asking: Asking) {
  const { incident } = loaded;
  const { language } = asking.actor;
  const parts = await casePartsOf(db, incident);
  const standing = standingOf({ parts, data: await readDutyData(db) }, report, asking.now);
  if (standing === null) return null;
  const people = [...report.writers, ...(report.approvedBy === null ? [] : [report.approvedBy])];
  const names = await personNames(db, people);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const written = standing.version?.stages.find((one) => one.key === report.stage);
  const stage = standing.stages.find((one) => one.stage.key === report.stage);
  const fields = written?.fields ?? [];
  const missing = new Set(missingFields(fields, report.said).map((one) => one.key));
  const delivery = parts.deliveries.find((one) => one.id === report.deliveryId);
  const files = await filesOf(db, incident.id);
  return {
    id: incident.id,
    version: incident.version,
    caseNumber: numberWord(incident.number),
    reportId: report.id,
    part: report.number,
    state: report.state,
    dutyNumber: standing.duty.number,
    title: written?.title[language] ?? standing.duty.title[language],
    party: standing.party.name,
    stageState: stage?.state ?? null,
    dueAt: stage?.dueAt ?? null,
    recipient: stage?.recipient ?? null,
    fields: fields.map(({ key, isRequired, label }) => ({
      key,
      label: label[language],
      isRequired,
      isMissing: missing.has(key),
      text: report.said[key] ?? '',
    })),
    writers: report.writers.flatMap((id) => names.get(id) ?? []),
    approvedBy: nameOf(report.approvedBy),
    approvedAt: report.approvedAt?.toISOString() ?? null,
    ...{ aloneReason: report.aloneReason, contentHash: report.contentHash, hashForm: hashFormOf(report) },
    takenOut: (await reportFilesOf(db, report)).map((one) => ({ ...one, madeAt: one.madeAt.toISOString() })),
    delivery:
      delivery === undefined
        ? null
        : {
            sentAt: delivery.sentAt.toISOString(),
            channel: delivery.channel,
            caseNumber: delivery.caseNumber,
            receipt: files.find((one) => one.id === delivery.receiptId)?.name ?? null,
            lateReason: delivery.lateReason,
          },
    replies: (await repliesTo(db, report.id)).map(({ receivedAt, text }) => ({
      receivedAt: receivedAt.toISOString(),
      text,
    })),
    files: files.filter((one) => one.standing !== 'quarantined').map(({ id, name }) => ({ id, name })),
    mayWork: worksOn(loaded, asking),
    ...(await approvalOf(db, loaded, report, missing.size > 0, asking)),
  };
}

/** Whether the asker can approve the report, and whether it would be alone. */
async function approvalOf(
  db: Reader,
  loaded: LoadedCase,
  report: AuthorityReport,
  lacks: boolean,
  { actor, now }: Asking,
): Promise<{ readonly approveRefused: string | null; readonly isAlone: boolean }> {
  const scope = scopeOf(actor, incidentAccess.approve);
  const isAlone = hasWritten(report, actor.personId);
  const { aloneAtNight } = await readIncidentSetting(db);
  const mayAlone = aloneAtNight && isNight(now);
  if (scope === null || !covers(scope, circleKeys(loaded))) return { approveRefused: 'forbidden', isAlone };
  if (report.state !== 'draft') return { approveRefused: 'frozen', isAlone };
  if (lacks) return { approveRefused: 'fieldsMissing', isAlone };
  return { approveRefused: isAlone && !mayAlone ? 'sameWriter' : null, isAlone };
}
