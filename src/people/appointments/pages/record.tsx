import { useState } from 'react';
import { typesetDecision } from '../../../kernel/decision-reference.ts';
import { formatLongDate } from '../../../kernel/format.ts';
import { History } from '../../../audit/pages/history.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Link } from '../../../ui/link.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { officeTexts } from '../../offices.texts.ts';
import { officeName, scopeName } from '../../pages/office-words.ts';
import { reasonWhyNot } from '../../pages/why-not.ts';
import { appointmentTexts } from '../appointment.texts.ts';
import { EndAppointmentDialog } from './end-appointment.tsx';
import { appointmentPagesTexts } from './pages.texts.ts';

export type AppointmentRecord = ViewMap['appointment.record']['answer'];

export default function AppointmentPage() {
  const view = useView('appointment.record', { id: useRouteParameter('id') });
  return <Loaded view={view}>{(appointment) => <Record appointment={appointment} />}</Loaded>;
}

function Record({ appointment }: { readonly appointment: AppointmentRecord }) {
  const texts = useTexts(appointmentPagesTexts);
  const words = useTexts(appointmentTexts);
  const offices = useTexts(officeTexts);
  const language = useLanguage();
  const [isEnding, setEnding] = useState(false);
  const { may } = appointment;
  const end = reasonWhyNot(may.end.because, words.refusals, language);
  return (
    <Page
      title={texts.record.title(officeName(offices, appointment), appointment.personName)}
      breadcrumbs={[{ label: texts.list.title, to: '/uppdrag' }]}
      state={<Tag>{words.states[appointment.state]}</Tag>}
      primary={
        may.describe.allowed ? (
          <LinkButton look="primary" to={`/uppdrag/${appointment.id}/andra`}>
            {texts.record.edit}
          </LinkButton>
        ) : undefined
      }
      more={
        may.end.because === 'forbidden'
          ? []
          : [{ key: 'end', label: texts.record.end, onAction: () => setEnding(true), disabledReason: end }]
      }
      aside={<History register="appointment" id={appointment.id} />}
    >
      <Messages appointment={appointment} />
      <Facts appointment={appointment} />
      <EndAppointmentDialog appointment={appointment} isOpen={isEnding} onClose={() => setEnding(false)} />
    </Page>
  );
}

/** What was just saved, what it warned of, and whether the start profile still waits for an answer. */
function Messages({ appointment }: { readonly appointment: AppointmentRecord }) {
  const texts = useTexts(appointmentPagesTexts).record;
  const { warnings } = useTexts(appointmentTexts);
  const confirm = useAct('appointment.confirm');
  const { filters } = useListState({ filters: ['sparat'] });
  const saved = (filters['sparat']?.[0] ?? '').split(',');
  const decisionMissing = saved.includes('ja') && appointment.decision === null;
  return (
    <>
      {saved.includes('ja') ? (
        <Notice kind="success" title={texts.saved} isNews>
          {decisionMissing ? warnings.decisionMissing : undefined}
        </Notice>
      ) : null}
      {saved.includes('officerNotIndependent') ? (
        <Notice kind="warning" isNews>
          {warnings.officerNotIndependent}
        </Notice>
      ) : null}
      {appointment.toConfirm ? (
        <Notice title={texts.toConfirm}>
          <p>{texts.toConfirmText}</p>
          {appointment.may.confirm.allowed ? (
            <Button
              size="small"
              isBusy={confirm.isRunning}
              onClick={() =>
                void confirm.run({ id: appointment.id, version: appointment.version, input: {} })
              }
            >
              {texts.confirm}
            </Button>
          ) : null}
        </Notice>
      ) : null}
    </>
  );
}

function Facts({ appointment }: { readonly appointment: AppointmentRecord }) {
  const texts = useTexts(appointmentPagesTexts);
  const words = useTexts(officeTexts);
  const language = useLanguage();
  const day = (text: string) => formatLongDate(text, language);
  const { from, until, decision } = appointment;
  const isHidden = appointment.scope === 'information' && appointment.scopeName === null;
  const time =
    from === null
      ? texts.record.never
      : until === null
        ? texts.fromOpen(day(from))
        : texts.fromTo(day(from), day(until));
  return (
    <DefinitionList
      facts={[
        {
          term: texts.record.person,
          value: <Link to={`/personer/${appointment.personId}`}>{appointment.personName}</Link>,
        },
        {
          term: texts.record.scope,
          value: isHidden ? texts.record.nameHidden : scopeName(words, appointment),
        },
        { term: texts.record.time, value: time },
        {
          term: texts.record.decision,
          value: decision === null ? texts.record.decisionMissing : typesetDecision(decision),
        },
        { term: texts.record.rights, value: words.rights[appointment.office] },
      ]}
    />
  );
}
