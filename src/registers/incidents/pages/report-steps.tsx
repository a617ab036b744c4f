import type { Id } from '../../../kernel/ids.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { incidentTexts } from '../incident.texts.ts';
import type { ShownReport } from './authority-report.tsx';
import { clockPagesTexts } from './clock-pages.texts.ts';
import { MomentField, readMoment, shownMoment } from './moment-field.tsx';

export type ReportStep = 'approve' | 'send' | 'reply';

interface DialogProps {
  readonly report: ShownReport;
  readonly onClose: () => void;
}

/** The window in which a step of a report is taken. */
export function ReportDialog({ step, ...props }: DialogProps & { readonly step: ReportStep }) {
  const Step = { approve: Approve, send: Send, reply: Reply }[step];
  return <Step {...props} />;
}

const idOf = (report: ShownReport) => report.reportId as Id<'IncidentReport'>; // the very one that is shown

function Approve({ report, onClose }: DialogProps) {
  const { report: texts } = useTexts(clockPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const approve = useAct('incident.approveReport');
  const form = useForm({
    initial: { aloneReason: '' },
    version: report.version,
    submit: (said, circumstances) =>
      approve.run({ id: report.id, input: { ...said, reportId: idOf(report) }, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.approve} isOpen onClose={onClose}>
      <p>{texts.approveLead}</p>
      <Form
        form={form}
        submitLabel={texts.approve}
        labels={fields}
        secondary={<Button onClick={onClose}>{texts.cancel}</Button>}
      >
        {report.isAlone ? (
          <TextArea {...form.field('aloneReason')} label={fields.aloneReason} rows={2} maxLength={500} />
        ) : null}
      </Form>
    </Dialog>
  );
}

/** How something was sent, as its form has it. */
export interface SentValues {
  readonly sentAt: string;
  readonly channel: string;
  readonly caseNumber: string;
  readonly receiptId: string;
  readonly lateReason: string;
}

/** What the form begins with: now. */
export function sentNow(): SentValues {
  return {
    sentAt: shownMoment(new Date().toISOString()),
    channel: '',
    caseNumber: '',
    receiptId: '',
    lateReason: '',
  };
}

/** The same as the server takes it. */
export function sentInputOf({ sentAt, receiptId, ...said }: SentValues) {
  return {
    ...said,
    sentAt: readMoment(sentAt, null) ?? '',
    receiptId: receiptId === '' ? null : (receiptId as Id<'IncidentFile'>), // chosen among the case's own
  };
}

function Send({ report, onClose }: DialogProps) {
  const { report: texts } = useTexts(clockPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const send = useAct('incident.sendReport');
  const form = useForm({
    initial: { ...sentNow(), channel: report.recipient?.channel.slice(0, 120) ?? '' },
    version: report.version,
    submit: (values, circumstances) =>
      send.run({
        id: report.id,
        input: { ...sentInputOf(values), reportId: idOf(report) },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  const isLate = report.stageState === 'late';
  return (
    <Dialog title={texts.send} isOpen onClose={onClose} size="wide">
      <p>{texts.sendLead}</p>
      <Form
        form={form}
        submitLabel={texts.send}
        labels={fields}
        secondary={<Button onClick={onClose}>{texts.cancel}</Button>}
      >
        <MomentField {...form.field('sentAt')} label={fields.sentAt} />
        <TextField {...form.field('channel')} label={fields.channel} />
        <TextField
          {...form.field('caseNumber')}
          label={fields.caseNumber}
          hint={texts.caseNumberHint}
          isOptional
        />
        <Select
          {...form.field('receiptId')}
          label={fields.receiptId}
          hint={texts.receiptHint}
          isOptional
          options={[
            { value: '', label: texts.noReceipt },
            ...report.files.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextArea
          {...form.field('lateReason')}
          label={fields.lateReason}
          isOptional={!isLate}
          rows={2}
          maxLength={1000}
        />
      </Form>
    </Dialog>
  );
}

function Reply({ report, onClose }: DialogProps) {
  const { report: texts } = useTexts(clockPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const reply = useAct('incident.noteReply');
  const form = useForm({
    initial: { receivedAt: shownMoment(new Date().toISOString()), text: '' },
    version: report.version,
    submit: ({ receivedAt, text }, circumstances) =>
      reply.run({
        id: report.id,
        input: { reportId: idOf(report), receivedAt: readMoment(receivedAt, null) ?? '', text },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.reply} isOpen onClose={onClose}>
      <Form
        form={form}
        submitLabel={texts.reply}
        labels={fields}
        secondary={<Button onClick={onClose}>{texts.cancel}</Button>}
      >
        <MomentField {...form.field('receivedAt')} label={fields.receivedAt} />
        <TextArea {...form.field('text')} label={fields.text} maxLength={4000} />
      </Form>
    </Dialog>
  );
}
