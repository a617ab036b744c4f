import { useState } from 'react';
import { dutyTexts } from '../../../duties/duty.texts.ts';
import { formatMoment } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link, useGo } from '../../../ui/link.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { ActProblem, isShown } from '../../information/pages/act-problem.tsx';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseRecord } from './case-record.ts';
import { clockPagesTexts } from './clock-pages.texts.ts';
import { MomentField } from './moment-field.tsx';
import { incidentPagesTexts } from './pages.texts.ts';
import { sentInputOf, sentNow } from './report-steps.tsx';

type Standing = ViewMap['incident.duties']['answer']['arising'][number];
type Stage = Standing['stages'][number];

interface StageProps {
  readonly record: CaseRecord;
  readonly standing: Standing;
  readonly stage: Stage;
}

/** One stage of a duty: by when, to whom, how far it has come, and the step to take. */
export function DutyStage({ record, standing, stage }: StageProps) {
  const { duties: texts } = useTexts(incidentPagesTexts);
  const { states } = useTexts(dutyTexts);
  const language = useLanguage();
  const { title, state, dueAt, recipient } = stage;
  return (
    <li>
      {title}: <strong>{states[state]}</strong>
      {dueAt === null ? '' : `, ${texts.due(formatMoment(dueAt, language))}`}
      {recipient === null ? '' : ` – ${recipient}`}
      <Done stage={stage} />
      <Reports record={record} stage={stage} />
      {record.may.note.allowed ? <Steps record={record} standing={standing} stage={stage} /> : null}
    </li>
  );
}

function Done({ stage }: Pick<StageProps, 'stage'>) {
  const { stage: texts } = useTexts(clockPagesTexts);
  const language = useLanguage();
  const { delivery } = stage;
  if (delivery === null) return null;
  const { sentAt, channel, caseNumber, isProven, lateReason } = delivery;
  return (
    <p className="soft">
      {texts.sent(formatMoment(sentAt, language), channel)}
      {caseNumber === null ? '' : `, ${texts.number(caseNumber)}`}
      {isProven ? '. ' : `. ${texts.unproven} `}
      {lateReason === null ? '' : texts.late(lateReason)}
    </p>
  );
}

function Reports({ record, stage }: Pick<StageProps, 'record' | 'stage'>) {
  const { stage: texts } = useTexts(clockPagesTexts);
  return stage.reports.map(({ id, part, state }) => (
    <p key={id}>
      <Link to={`/handelser/${record.id}/rapport/${id}`}>{texts.report(part)}</Link> ({texts.states[state]})
    </p>
  ));
}

/** What can be done of it now: a report begun or supplemented, or what has no report noted as done. */
function Steps({ record, standing, stage }: StageProps) {
  const { stage: texts } = useTexts(clockPagesTexts);
  const draft = useAct('incident.draftReport');
  const go = useGo();
  const [isNoting, setNoting] = useState(false);
  const { id, version } = record;
  const partyId = standing.partyId as Id<'IncidentParty'>; // a party of this very case
  const begin = async () => {
    const made = await draft.run({
      id,
      version,
      input: { partyId, duty: standing.duty, stage: stage.key },
    });
    go(`/handelser/${id}/rapport/${made.reportId}`);
  };
  const hidden = (
    <span className="visually-hidden">
      {' '}
      {standing.number} {stage.title} {standing.partyName}
    </span>
  );
  const isOpen = stage.reports.some(({ state }) => state !== 'sent');
  return (
    <div>
      <ActProblem problem={draft.problem} />
      {stage.hasReport && !isOpen ? (
        <Button size="small" onClick={() => void begin().catch(isShown)}>
          {stage.reports.length === 0 ? texts.begin : texts.supplement}
          {hidden}
        </Button>
      ) : null}
      {stage.hasReport || stage.delivery !== null ? null : (
        <Button size="small" onClick={() => setNoting(true)}>
          {texts.done}
          {hidden}
        </Button>
      )}
      {isNoting ? (
        <DoneDialog record={record} standing={standing} stage={stage} onClose={() => setNoting(false)} />
      ) : null}
    </div>
  );
}

function DoneDialog({ record, standing, stage, onClose }: StageProps & { readonly onClose: () => void }) {
  const { stage: texts, report: words } = useTexts(clockPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const note = useAct('incident.noteDutyDone');
  const form = useForm({
    initial: sentNow(),
    version: record.version,
    submit: (values, circumstances) =>
      note.run({
        id: record.id,
        input: {
          ...sentInputOf(values),
          partyId: standing.partyId as Id<'IncidentParty'>, // a party of this very case
          duty: standing.duty,
          stage: stage.key,
        },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  const isLate = stage.state === 'late';
  return (
    <Dialog title={texts.done} isOpen onClose={onClose}>
      <p>
        {stage.title}, {standing.partyName}
      </p>
      <Form
        form={form}
        submitLabel={texts.done}
        labels={fields}
        secondary={<Button onClick={onClose}>{words.cancel}</Button>}
      >
        <MomentField {...form.field('sentAt')} label={fields.sentAt} />
        <TextField {...form.field('channel')} label={fields.channel} />
        <TextField
          {...form.field('caseNumber')}
          label={fields.caseNumber}
          hint={words.caseNumberHint}
          isOptional
        />
        {isLate ? (
          <TextArea {...form.field('lateReason')} label={fields.lateReason} rows={2} maxLength={1000} />
        ) : null}
      </Form>
    </Dialog>
  );
}
