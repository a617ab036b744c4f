import { useState } from 'react';
import { formatMoment } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { TextArea } from '../../../ui/text-field.tsx';
import { Tag, VerdictMark } from '../../../ui/verdict-mark.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import { type ReportForm, reportForms } from '../duties/report-forms.ts';
import { incidentTexts } from '../incident.texts.ts';
import { clockPagesTexts } from './clock-pages.texts.ts';
import { incidentPagesTexts } from './pages.texts.ts';
import { ReportDialog, type ReportStep } from './report-steps.tsx';
import './case.css';

export type ShownReport = ViewMap['incident.authorityReport']['answer'];

/** One report to an authority: written, approved by somebody else, copied field by field, and noted as sent. */
export default function AuthorityReportPage() {
  const id = useRouteParameter('id');
  const reportId = useRouteParameter('reportId') as Id<'IncidentReport'>; // its form is checked at the door
  const view = useView('incident.authorityReport', { id, query: { reportId }, isOfNow: true });
  return <Loaded view={view}>{(report) => <Report key={report.version} report={report} />}</Loaded>;
}

function Report({ report }: { readonly report: ShownReport }) {
  const { report: texts } = useTexts(clockPagesTexts);
  const { list } = useTexts(incidentPagesTexts);
  const { recipient, state, part, title, party } = report;
  const [step, setStep] = useState<ReportStep | null>(null);
  const missing = report.fields.filter(({ isMissing }) => isMissing).length;
  const take = useTakeOut(report);
  return (
    <Page
      title={`${report.dutyNumber} ${title}${part === 1 ? '' : `, ${texts.supplement(part)}`}: ${party}`}
      {...(recipient === null ? {} : { lead: texts.lead(recipient.name, recipient.channel) })}
      breadcrumbs={[
        { label: list.title, to: '/handelser' },
        { label: report.caseNumber ?? '', to: `/handelser/${report.id}` },
      ]}
      state={
        <span className="row">
          <Tag>{texts[state]}</Tag>
          {report.stageState === 'late' ? <VerdictMark verdict="overdue" /> : null}
        </span>
      }
      primary={<Primary report={report} onStep={setStep} />}
      more={take.more}
    >
      <ActProblem problem={take.problem} />
      {state === 'draft' && missing > 0 ? <Notice>{texts.missing(missing)}</Notice> : null}
      <Section title={texts.content}>
        {state === 'draft' && report.mayWork ? <Draft report={report} /> : <Frozen report={report} />}
      </Section>
      <Facts report={report} />
      <Replies report={report} />
      {step === null ? null : (
        <ReportDialog key={step} step={step} report={report} onClose={() => setStep(null)} />
      )}
    </Page>
  );
}

/** The report as a file: PDF to read, PDF to keep, or Word. */
function useTakeOut({ id, reportId }: ShownReport) {
  const { report: texts } = useTexts(clockPagesTexts);
  const save = useAct('incident.saveReport');
  const take = (form: ReportForm) =>
    // The very one that is shown.
    save.run({ id, input: { reportId: reportId as Id<'IncidentReport'>, form } }).then(saveFile, isShown);
  const more = reportForms.map((form) => ({
    key: form,
    label: texts.takeOut[form],
    onAction: () => void take(form),
  }));
  return { more, problem: save.problem };
}

interface StepProps {
  readonly report: ShownReport;
  readonly onStep: (step: ReportStep) => void;
}

/** What comes next, with the reason where it cannot be taken. */
function Primary({ report, onStep }: StepProps) {
  const { report: texts } = useTexts(clockPagesTexts);
  const { forbidden } = useTexts(incidentPagesTexts).record;
  const refusals: Readonly<Record<string, string>> = useTexts(incidentTexts).refusals;
  const reopen = useAct('incident.reopenReport');
  const { id, version, state, mayWork, approveRefused } = report;
  const reportId = report.reportId as Id<'IncidentReport'>; // the very one that is shown
  if (state === 'draft')
    return approveRefused === null ? (
      <Button look="primary" onClick={() => onStep('approve')}>
        {texts.approve}
      </Button>
    ) : (
      <p className="soft">{refusals[approveRefused] ?? forbidden}</p>
    );
  if (!mayWork) return null;
  if (state === 'sent')
    return (
      <Button look="primary" onClick={() => onStep('reply')}>
        {texts.reply}
      </Button>
    );
  return (
    <span className="row">
      <ActProblem problem={reopen.problem} />
      <Button onClick={() => void reopen.run({ id, version, input: { reportId } }).catch(isShown)}>
        {texts.reopen}
      </Button>
      <Button look="primary" onClick={() => onStep('send')}>
        {texts.send}
      </Button>
    </span>
  );
}

function Draft({ report }: { readonly report: ShownReport }) {
  const { report: texts } = useTexts(clockPagesTexts);
  const write = useAct('incident.writeReport');
  const initial = Object.fromEntries(report.fields.map(({ key, text }) => [key, text]));
  const form = useForm({
    initial,
    version: report.version,
    submit: (values, circumstances) => {
      const said = report.fields
        .filter(({ key, text }) => values[key] !== text)
        .map(({ key }) => ({ key, text: values[key] ?? '' }));
      const reportId = report.reportId as Id<'IncidentReport'>; // the very one that is shown
      return write.run({ id: report.id, input: { reportId, said }, ...circumstances });
    },
  });
  return (
    <Form form={form} submitLabel={texts.save}>
      {report.fields.map(({ key, label, isRequired }) => (
        <TextArea
          key={key}
          {...form.field(key)}
          label={label}
          isOptional={!isRequired}
          rows={3}
          maxLength={6000}
        />
      ))}
    </Form>
  );
}

function Frozen({ report }: { readonly report: ShownReport }) {
  const { report: texts } = useTexts(clockPagesTexts);
  return (
    <div className="stack">
      {report.state === 'draft' ? null : <p className="soft">{texts.copyHint}</p>}
      {report.fields.map(({ key, label, text }) => (
        <div key={key}>
          <h3>{label}</h3>
          <p className="case-text">{text === '' ? texts.empty : text}</p>
          {text === '' ? null : <Copy label={label} text={text} />}
        </div>
      ))}
    </div>
  );
}

/** Puts one field on the clipboard. Where the browser keeps that to itself, the text can still be marked and copied by hand. */
function Copy({ label, text }: { readonly label: string; readonly text: string }) {
  const { report: texts } = useTexts(clockPagesTexts);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <span className="row">
      <Button size="small" onClick={() => void copy().catch(() => setCopied(false))}>
        {texts.copy}
        <span className="visually-hidden"> {label}</span>
      </Button>
      <span role="status">{isCopied ? texts.copied : ''}</span>
    </span>
  );
}

/** The checksum, and what it is not over where it is an old one. A wrong one is never passed over in silence. */
function Checksum({ report: { contentHash, hashForm } }: { readonly report: ShownReport }) {
  const { report: texts } = useTexts(clockPagesTexts);
  const remark = { withParty: null, withoutParty: texts.oldHash, wrong: texts.wrongHash }[
    hashForm ?? 'wrong'
  ];
  return (
    <>
      <span className="case-hash">{contentHash ?? '–'}</span>
      {contentHash === null || remark === null ? null : <span className="soft"> {remark}</span>}
    </>
  );
}

function Facts({ report }: { readonly report: ShownReport }) {
  const { report: texts } = useTexts(clockPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const language = useLanguage();
  const { delivery, approvedBy, aloneReason } = report;
  const approved =
    approvedBy !== null && aloneReason !== '' ? texts.approvedAlone(approvedBy, aloneReason) : approvedBy;
  return (
    <Section title={texts.facts}>
      <DefinitionList
        facts={[
          { term: texts.due, value: report.dueAt === null ? null : formatMoment(report.dueAt, language) },
          { term: texts.written, value: report.writers.join(', ') },
          { term: texts.approvedBy, value: approved },
          { term: texts.hash, value: <Checksum report={report} /> },
          ...report.takenOut.map(({ form, sha256, madeAt }) => ({
            term: `${texts.takenOut}: ${texts.forms[form]}, ${formatMoment(madeAt, language)}`,
            value: <span className="case-hash">{sha256}</span>,
          })),
          ...(delivery === null
            ? []
            : [
                { term: fields.sentAt, value: formatMoment(delivery.sentAt, language) },
                { term: fields.channel, value: delivery.channel },
                { term: fields.caseNumber, value: delivery.caseNumber },
                { term: fields.receiptId, value: delivery.receipt ?? texts.noReceipt },
                ...(delivery.lateReason === ''
                  ? []
                  : [{ term: fields.lateReason, value: delivery.lateReason }]),
              ]),
        ]}
      />
    </Section>
  );
}

function Replies({ report }: { readonly report: ShownReport }) {
  const { report: texts } = useTexts(clockPagesTexts);
  const language = useLanguage();
  if (report.replies.length === 0) return null;
  return (
    <Section title={texts.replies}>
      {report.replies.map(({ receivedAt, text }) => (
        <div key={receivedAt}>
          <h3>{formatMoment(receivedAt, language)}</h3>
          <p className="case-text">{text}</p>
        </div>
      ))}
    </Section>
  );
}
