import { createHash } from 'node:crypto';
import { asDocx } from '../../../governance/documents/files/as-docx.ts';
import { asPdf } from '../../../governance/documents/files/as-pdf.ts';
import { fileNameOf, type VersionText } from '../../../governance/documents/files/version-text.ts';
import { action, type LoadRequest } from '../../../kernel/action.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import type { Reader } from '../../../kernel/db.ts';
import { Turns } from '../../../kernel/recorded/turns.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { recipientOn } from '../../../duties/dated.ts';
import { readDutyData } from '../../../duties/duty-data.store.ts';
import { makePdf, pdfRefusals } from '../../../pdf/make-pdf.ts';
import { municipalityName } from '../../../settings/setting.store.ts';
import { incidentAccess } from '../incident.access.ts';
import { personNames } from '../incident.list.store.ts';
import { readCase } from '../incident.store.ts';
import type { Incident } from '../incident.ts';
import { casePartsOf } from '../party.store.ts';
import type { AuthorityReport } from './authority-report.ts';
import { reportsOf } from './authority-report.store.ts';
import { isWholeTo } from './authority-report.views.ts';
import { standingOf } from './delivery.ts';
import { saveReportInput, takeOutReport } from './report-file.ts';
import { enterReportFile, isTakenOut } from './report-file.store.ts';
import type { ReportForm } from './report-forms.ts';
import { reportText } from './report-text.ts';

const types: Readonly<Record<ReportForm, { readonly ending: string; readonly type: string }>> = {
  pdf: { ending: '.pdf', type: 'application/pdf' },
  pdfArchive: { ending: ' (arkiv).pdf', type: 'application/pdf' },
  docx: {
    ending: '.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
};

/** Typesetting takes much of the machine: nobody waits in line. */
const turns = new Turns({ atOnce: 2, waiting: 0, each: 1 });

/** Gives a report to an authority away as a file, to whoever may read it on its page. */
export const saveReport = action({
  name: 'incident.saveReport',
  on: 'record',
  permission: incidentAccess.read,
  readable: incidentAccess.read,
  input: saveReportInput,
  refusals: [...pdfRefusals, 'reportUnknown'],
  // Large, and made anew each time.
  secretAnswer: true,
  // Two who take out the very same file at once: the second finds it known when she tries again.
  constraints: { incident_report_file_once: 'busy' },
  prepare: (db, request) => {
    const { actor } = request.circumstances;
    return turns.take(actor.credentialId ?? actor.kind, () => makeFile(db, request));
  },
  load: async (transaction, request, made) => {
    const read = await readReport(transaction, request);
    if (read === null || isRefusal(read)) return read;
    // Written in, approved or taken back while the file was made: what is told would not be what is in it.
    if (read.report.version !== made.report.version) return refuse('busy');
    const { form, sha256 } = made;
    return { ...made, isKnown: await isTakenOut(transaction, { reportId: made.report.id, form, sha256 }) };
  },
  // The case lies within the scope already.
  keys: ({ scope }) => scope.keys,
  decide: (made, _input, circumstances) => takeOutReport(made, circumstances),
  save: async (transaction, { name, bytes, form, sha256 }, next, stamp) => {
    if (next !== null) await enterReportFile(transaction, next, stamp);
    return { name, type: types[form].type, sha256, content: Buffer.from(bytes).toString('base64') };
  },
});

type Request = LoadRequest<{ readonly reportId: string; readonly form: ReportForm }>;

/** The report, where the whole of its case is open to the asker. */
async function readReport(db: Reader, { id, input, scope, circumstances: { today } }: Request) {
  const loaded = await readCase(db, id, scope, today);
  if (loaded === null || !isWholeTo(loaded, { scope })) return null;
  const { incident } = loaded;
  const report = (await reportsOf(db, incident.id)).find((one) => one.id === input.reportId);
  return report === undefined ? refuse('reportUnknown', { field: 'reportId' }) : { incident, report };
}

async function makeFile(db: Reader, request: Request) {
  const read = await readReport(db, request);
  if (read === null || isRefusal(read)) return read;
  const { incident, report } = read;
  const { scope, input, circumstances } = request;
  const said = await saidIn(db, incident, report, circumstances.now);
  if (said === null) return refuse('reportUnknown', { field: 'reportId' });
  const { form } = input;
  const bytes = await bytesOf(said.text, form);
  if (isRefusal(bytes)) return bytes;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = fileNameOf(said.text) + types[form].ending;
  return { scope, incident, report, recipient: said.recipient, form, bytes, sha256, name };
}

/** A report as a document, with whom it is for; null where the law has no such stage any more. */
async function saidIn(
  db: Reader,
  incident: Incident,
  report: AuthorityReport,
  now: Date,
): Promise<{ readonly text: VersionText; readonly recipient: string | null } | null> {
  const data = await readDutyData(db);
  const standing = standingOf({ parts: await casePartsOf(db, incident), data }, report, now);
  const stage = standing?.version?.stages.find((one) => one.key === report.stage);
  if (standing?.version == null || stage === undefined) return null;
  const approvers = report.approvedBy === null ? [] : [report.approvedBy];
  // Whom it was approved for, and not who that has become: what is frozen stays as it was.
  const recipient = recipientOn(data, stage.recipient, dayOf(report.approvedAt ?? now));
  const text = reportText(report, {
    municipality: await municipalityName(db),
    incident,
    dutyTitle: `${standing.duty.number} ${standing.duty.title.sv}`,
    stageTitle: stage.title.sv,
    citation: standing.version.citation,
    fields: stage.fields,
    party: standing.party.name,
    recipient,
    approvedBy: (await personNames(db, approvers)).get(report.approvedBy ?? '') ?? null,
  });
  return { text, recipient: recipient?.name ?? null };
}

function bytesOf(text: VersionText, form: ReportForm): Promise<Uint8Array | Refusal> {
  if (form === 'docx') return asDocx(text);
  return makePdf(asPdf(text), form === 'pdf' ? 'reading' : 'archive');
}
